;; The dot products of a vector with vectors that stand one after the other: eight numbers at a time, which JavaScript cannot do.
;; test/meaning/dot-products.test.ts tells whether dot-products.ts holds this module, and what to write there when it does not.
(module
  (import "table" "memory" (memory 1))
  ;; $vector, $rows and $products are places in bytes, $stride is a row's length in bytes: a multiple of 32, and not 0.
  (func (export "dotProducts")
    (param $vector i32) (param $rows i32) (param $stride i32) (param $count i32) (param $products i32)
    (local $at i32) (local $even v128) (local $odd v128)
    (loop $row
      (if (i32.eqz (local.get $count)) (then (return)))
      (local.set $at (i32.const 0))
      (local.set $even (v128.const f32x4 0 0 0 0))
      (local.set $odd (v128.const f32x4 0 0 0 0))
      (loop $numbers
        (local.set $even (f32x4.add (local.get $even) (f32x4.mul
          (v128.load (i32.add (local.get $rows) (local.get $at)))
          (v128.load (i32.add (local.get $vector) (local.get $at))))))
        (local.set $odd (f32x4.add (local.get $odd) (f32x4.mul
          (v128.load offset=16 (i32.add (local.get $rows) (local.get $at)))
          (v128.load offset=16 (i32.add (local.get $vector) (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (i32.const 32)))
        (br_if $numbers (i32.lt_u (local.get $at) (local.get $stride))))
      (local.set $even (f32x4.add (local.get $even) (local.get $odd)))
      (f32.store (local.get $products) (f32.add
        (f32.add (f32x4.extract_lane 0 (local.get $even)) (f32x4.extract_lane 1 (local.get $even)))
        (f32.add (f32x4.extract_lane 2 (local.get $even)) (f32x4.extract_lane 3 (local.get $even)))))
      (local.set $rows (i32.add (local.get $rows) (local.get $stride)))
      (local.set $products (i32.add (local.get $products) (i32.const 4)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $row))))
