import { describe, expect, it } from "vitest";
import { namesSpeaker } from "../../src/verify/speakers.ts";
import { openChecker } from "../../src/verify/verifier.ts";
import { corpusFrom } from "../answer/library.ts";

const TOLD = [
  "وأعلن سامر القاضي أنه سيترك تدريب الفريق في الصيف المقبل.",
  "وقالت هدى الكرمي إن العسل الأبيض أندر أنواع العسل في الوادي.",
  "وأوضح المهندس كريم أن السد يحتاج إلى صيانة عاجلة قبل الشتاء.",
  "وقال خبير اقتصادي إن الأسعار سترتفع في السوق المحلية قريبًا.",
  "وبيع رطل التمر بسعر ٤٠ يوانًا في معرض الواحة الأخير.",
].join(" ");
const corpus = corpusFrom({ "a.md": `---\nid: a\ntitle: أخبار\nauthor: منير العطار\n---\n\n${TOLD}\n` });
const checker = await openChecker(corpus);
const verified = (text: string) => {
  const outcome = checker.check(text);
  if (typeof outcome === "string") throw new Error(outcome);
  return outcome;
};
const changesOf = (text: string) =>
  verified(text).segments.flatMap(({ matches }) => matches.flatMap(({ changes }) => changes));

describe("a speaker", () => {
  it("who is another one is told as a name that changed, whole", () => {
    expect(changesOf("وأعلن رائد الجبالي أنه سيترك تدريب الفريق في الصيف المقبل")).toEqual([
      { kind: "name", given: "رائد الجبالي", source: "سامر القاضي" },
    ]);
    expect(changesOf("وأوضح المهندس نادر أن السد يحتاج إلى صيانة عاجلة قبل الشتاء")).toEqual([
      { kind: "name", given: "نادر", source: "كريم" },
    ]);
  });

  it("who is named by what they are is no name", () => {
    expect(changesOf("وقال محلل اقتصادي إن الأسعار سترتفع في السوق المحلية قريبًا")).toEqual([]);
    expect(changesOf("وقال مسؤول كبير إن الأسعار سترتفع في السوق المحلية قريبًا")).toEqual([]);
  });

  it.each([
    ["قال ", "أحمد إن الموسم جيد", true],
    ["وقالت ", "هدى الكرمي: «العسل نادر»", true],
    ["أكد المدرب ", "سامر القاضي أن الفريق جاهز", true],
    ["وقال: ", "أحمد إن الموسم جيد", false],
    ["كتب ", "مقالا يقول فيه إن الموسم جيد", false],
    ["جاء ", "الفرج بعد أن طال الانتظار", false],
    ["جاء ", "أحمد بعد أن نام", false],
    ["يرى ", "كثيرون أن الموسم جيد", false],
    ["قال ", "أحمد شعرًا. ثم ذكر أن", false],
    ["زار ", "أحمد إن شاء", false],
  ])("is told by the place: %s[%s] %s", (before, behind, isName) => {
    expect(namesSpeaker(before + behind, before.length)).toBe(isName);
  });
});

describe("a quotation that is ascribed to somebody", () => {
  const said = "العسل الأبيض أندر أنواع العسل في الوادي";

  it.each([`«${said}» — هدى الكرمي`, `قال منير العطار: «${said}»`, `«${said}»\nالمصدر: منير العطار`])(
    "holds for who says or wrote it: %s",
    (text) => {
      expect(verified(text).attribution).toMatchObject({ holds: true });
    },
  );

  it("does not hold for somebody who says something else in the same paragraph", () => {
    expect(verified(`قال سامر القاضي: «${said}»`).attribution).toMatchObject({ holds: false });
    expect(verified(`«${said}» — كريم`).attribution).toMatchObject({ holds: false });
  });

  it("is compared with the whole paragraph where its sentence names nobody", () => {
    const sold = "بيع رطل التمر بسعر ٤٠ يوانًا في معرض الواحة";
    expect(verified(`قال سامر القاضي: «${sold}»`).attribution).toMatchObject({ holds: true });
  });
});

it("tells an amount of another currency that changed with its unit", () => {
  expect(changesOf("وبيع رطل التمر بسعر ٤٠ دولارًا في معرض الواحة الأخير")).toEqual([
    { kind: "number", given: "٤٠ دولارًا", source: "٤٠ يوانًا" },
  ]);
});
