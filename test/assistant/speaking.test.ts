import { describe, expect, it } from "vitest";
import { createAssistant, createMiniSearchIndex, openAnswerer, type Request } from "../../src/index.ts";
import { assistant, corpus, HIVES, over } from "./garden-assistant.ts";
import { pressOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  it("speaks the chosen language alone, whatever the person and the text speak", async () => {
    const answerer = await openAnswerer(corpus, createMiniSearchIndex);
    const english = createAssistant({ ...over(corpus), answerer, language: "en" });
    const requests: Request[] = [
      { kind: "ask", text: HIVES, language: "ar" },
      { kind: "ask", text: "مرحبا" },
      { kind: "suggest", text: "كم خلية", limit: 3 },
      { kind: "cite", text: "#AAAAAAAA" },
      { kind: "help", language: "ar" },
      { kind: "sources" },
      { kind: "not-text", language: "ar" },
      { kind: "action", data: "nothing" },
    ];
    for (const request of requests) expect((await english.handle(request)).language, request.kind).toBe("en");
    const pressed = pressOf(await assistant.handle({ kind: "ask", text: HIVES }), "context");
    expect((await english.handle({ kind: "action", data: pressed.data })).language).toBe("en");
  });

  it("does not turn English in an Arabic chat by a name in Latin letters", async () => {
    expect((await assistant.handle({ kind: "ask", text: "GPU", language: "ar" })).language).toBe("ar");
    expect((await assistant.handle({ kind: "ask", text: "what is a GPU" })).language).toBe("en");
  });
});
