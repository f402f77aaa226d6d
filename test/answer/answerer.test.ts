import { describe, expect, it } from "vitest";
import { ask } from "./asked.ts";
import { answererOver, corpusFrom, page } from "./library.ts";
import { expectSound, firstOf, marked } from "./shown.ts";

describe("a question that the articles answer", () => {
  it.each([
    ["a match", "كم متفرجًا حضر المباراة؟", "match", "32 ألف متفرج"],
    ["a clinic's advice", "ما أعراض نقص الحديد؟", "iron", "التعب وشحوب الوجه"],
    ["a definition", "ما هو الهيموغلوبين؟", "iron", "البروتين الذي يحمل الأكسجين"],
    ["a law", "كم غرامة قطع الكهرباء عن المستأجر؟", "rent", "خمسة آلاف دينار"],
    ["a history", "كم كلف بناء الجسر؟", "bridge", "40 ألف ليرة ذهبية"],
    ["a recipe", "كم دقيقة يطهى الأرز على نار هادئة؟", "kabsa", "عشرين دقيقة"],
    ["an item of a list", "كم كوب أرز في الكبسة؟", "kabsa", "كوبان من الأرز"],
    ["key words alone", "غرامة قطع الكهرباء", "rent", "خمسة آلاف دينار"],
    ["a cause", "لماذا لا تؤخذ الحبة مع الشاي؟", "iron", "لأن الشاي يمنع امتصاص الحديد"],
    ["a slip of the keyboard", "ما هو الهيموغلوبن؟", "iron", "البروتين الذي يحمل الأكسجين"],
    ["full vocalisation", "كَمْ كَلَّفَ بِنَاءُ الجِسْرِ؟", "bridge", "40 ألف ليرة ذهبية"],
    ["Levantine", "شو هي أعراض نقص الحديد؟", "iron", "التعب وشحوب الوجه"],
    ["Gulf Arabic", "وش غرامة اللي يقطع الكهرباء؟", "rent", "خمسة آلاف دينار"],
    ["a name in Latin letters", "ما الذي تبرعت به Novatrek؟", "c16VeCC5MnEL", "نوفاتريك"],
    ["a name spelt otherwise", "كم هدفا سجل فيرجسون؟", "match", "لوران فيرغسون هدفين"],
    ["digits for a number in words", "من يعاقب بغرامة 5000 دينار؟", "rent", "خمسة آلاف دينار"],
    ["words for a number in digits", "متى حضر اثنان وثلاثون ألف متفرج؟", "match", "32 ألف متفرج"],
    ["digits of the Arab East", "متى حضر ٣٢ ألف متفرج؟", "match", "32 ألف متفرج"],
  ])("is answered verbatim with the answer marked: %s", async (_, question, article, words) => {
    const answer = await ask(question);
    expect(answer.verdict).toBe("answered");
    const { quotation } = firstOf(answer);
    expect(quotation.passage.article.id).toBe(article);
    expect(marked(quotation)).toContain(words);
  });

  it.each([
    ["a verb in another form", "أين تقام المباراة النهائية؟", "match", "ملعب الرمال"],
    ["Egyptian", "ليه الحبة ما تتاخدش مع الشاي؟", "iron", "لأن الشاي يمنع امتصاص الحديد"],
    ["English", "How much did the bridge cost?", "bridge", "40 ألف ليرة ذهبية"],
  ])(
    "has its answer shown where too few of its words agree to claim it: %s",
    async (_, question, article, words) => {
      const answer = await ask(question);
      expect(answer.verdict).not.toBe("unanswered");
      const { quotation } = firstOf(answer);
      expect(quotation.passage.article.id).toBe(article);
      expect(marked(quotation)).toContain(words);
    },
  );

  it("says what was searched for, as it was written", async () => {
    expect((await ask("ما أعراض نقص الحديد؟")).searched).toEqual(["أعراض", "نقص", "الحديد"]);
    expect((await ask("من يعاقب بغرامة 5000 دينار؟")).searched).toContain("5000 دينار");
  });

  it("is answered with whole sentences, from a sentence's beginning to a sentence's end", async () => {
    for (const { quotation } of (await ask("متى افتتح جسر السلسلة؟")).findings) {
      const { sentences } = quotation.passage.article;
      expect(sentences.map(({ start }) => start)).toContain(quotation.start);
      expect(sentences.map(({ end }) => end)).toContain(quotation.end);
    }
  });

  it("is answered from two neighbouring paragraphs as one quotation", async () => {
    const { quotation } = firstOf(await ask("ماذا حدث لقوس الجسر في فيضان 1911 وكم كلف البناء؟"));
    expect(quotation).toMatchObject({ paragraph: 2, paragraphTo: 3, paragraphs: 3 });
    expect(quotation.quote).toContain("انهار القوس الأوسط");
    expect(quotation.quote).toContain("40 ألف ليرة ذهبية");
  });

  it("is answered first by what tells it, where the best passage tells another thing of the subject", async () => {
    const emirate = page(
      "emirate",
      "إمارة بني زيدون",
      "قامت إمارة بني زيدون سنة 612 هـ على يد الأمير يوسف، واتخذت من قلعة الصفا عاصمة لها.",
      "حكم يوسف اثنتين وعشرين سنة، وخلفه ابنه إدريس الذي هزم المغيرين.",
      "سقطت الإمارة سنة 688 للهجرة بعد حصار دام سبعة أشهر.",
    );
    const one = await answererOver(corpusFrom({ "emirate.md": emirate }));
    const { quotation } = firstOf(await one.answer("متى سقطت إمارة بني زيدون؟"));
    expect(quotation.quote).toMatch(/^سقطت الإمارة سنة 688/u);
  });

  it("is answered by what stands under the heading that names what is asked for", async () => {
    const recipe =
      "# وصفة الكبة\n\nالكبة طبق من البرغل واللحم، يقدم في الأعياد.\n\n## المكونات\n\n- كوبان من البرغل\n- نصف كيلو من اللحم\n- بصلة كبيرة\n";
    const one = await answererOver(corpusFrom({ "recipe.md": recipe }));
    const { quotation } = firstOf(await one.answer("ما مكونات الكبة؟"));
    expect(quotation.quote).toBe("- كوبان من البرغل\n- نصف كيلو من اللحم\n- بصلة كبيرة");
  });

  it("is never answered across a line that was left out", async () => {
    const answer = await ask("كم قناة تتفرع من النهر وأين تسكن طيور النحام؟");
    const own = answer.findings.filter(({ quotation }) => quotation.passage.article.id === "delta");
    expect(own).toHaveLength(2);
    for (const { quotation } of own) expect(quotation.quote).not.toContain("اقرأ");
    const { quotation } = firstOf(await ask("كم قناة تتفرع من النهر الأخضر؟"));
    expect(quotation.quote).toBe("يصل النهر إلى الخليج بعد رحلة طويلة. وتتفرع منه سبع قنوات.");
  });

  it("is answered by a part of a sentence that is too long to quote, ending at a clause", async () => {
    const { quotation } = firstOf(await ask("أي حوض مزروع بالزعفران؟"));
    expect(quotation.isPart).toBe(true);
    expect(marked(quotation)).toBe("الحوض رقم 17 المزروع بالزعفران يسقى صباحًا ثم يترك يومًا،");
    expect(quotation.quote).toMatch(/،$/u);
  });

  it("has at most 300 characters marked where a sentence of more has no mark to be cut at", async () => {
    const plain = `حمل أهل القرية الزعفران ${"من الحقل البعيد إلى السوق الكبير ".repeat(10)}ثم عادوا.`;
    const one = await answererOver(corpusFrom({ "plain.md": page("plain", "سوق القرية", plain) }));
    const answer = await one.answer("من حمل الزعفران إلى السوق؟");
    expectSound(answer);
    expect(marked(firstOf(answer).quotation)).toContain("الزعفران");
  });

  it("has the nearest articles named beside the findings", async () => {
    const { nearest } = await ask("متى افتتح جسر السلسلة؟");
    expect(
      nearest
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["bridge", "bridges"]);
  });
});

describe("findings", () => {
  it("are at most ten, or as many as are asked for, best first", async () => {
    const many = Array.from({ length: 15 }, (_, i) =>
      page(
        `v${i}`,
        `قرية رقم ${i}`,
        `في القرية بئر عمقها ${i + 10} مترًا، حفرها أهل الحي ${"كلهم ".repeat(i % 5)}.`,
      ),
    );
    const wells = await answererOver(
      corpusFrom(Object.fromEntries(many.map((text, i) => [`${i}.md`, text]))),
    );
    const all = await wells.answer("بئر القرية");
    expectSound(all);
    expect(all.findings).toHaveLength(10);
    const three = await wells.answer("بئر القرية", { limit: 3 });
    expect(three.findings.map(({ quotation }) => quotation.quote)).toEqual(
      all.findings.slice(0, 3).map(({ quotation }) => quotation.quote),
    );
  });
});

describe("a word that is still growing", () => {
  it("finds the words that begin with it, from two letters", async () => {
    expect(marked(firstOf(await ask("نوفا", { prefix: true })).quotation)).toContain("نوفاتريك");
    expect((await ask("نوفا")).findings).toEqual([]);
    expect((await ask("ن", { prefix: true })).findings).toEqual([]);
  });

  it("is the last one alone: the others are whole", async () => {
    expect(
      (await ask("نوفا هيمو", { prefix: true })).findings.map(({ quotation }) => marked(quotation)),
    ).toEqual((await ask("هيمو", { prefix: true })).findings.map(({ quotation }) => marked(quotation)));
  });
});
