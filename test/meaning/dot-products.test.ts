import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import createAssembler from "wabt";
import { DOT_PRODUCTS_WASM } from "../../src/meaning/dot-products.ts";

it("multiplies with the module that its text assembles to", async () => {
  const { parseWat } = await createAssembler();
  const name = "src/meaning/dot-products.wat";
  const { buffer } = parseWat(name, readFileSync(name, "utf8"), { simd: true }).toBinary({});
  expect(DOT_PRODUCTS_WASM).toBe(Buffer.from(buffer).toString("base64"));
});
