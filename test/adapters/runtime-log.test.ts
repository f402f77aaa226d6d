import { describe, expect, it } from "vitest";
import { causeCode } from "../../adapters/runtime/describe-error.ts";
import { createLogger, newErrorCode } from "../../adapters/runtime/log.ts";

function sink() {
  const lines: string[] = [];
  return { lines, writableLength: 0, write: (line: string) => lines.push(line) };
}

describe("createLogger", () => {
  it("writes one JSON line for an event, with its fields", () => {
    const out = sink();
    createLogger({ level: "info", sink: out }).info("telegram.ready", { commands: 6 });
    expect(out.lines).toHaveLength(1);
    expect(JSON.parse(out.lines[0]!)).toMatchObject({ level: "info", event: "telegram.ready", commands: 6 });
  });

  it("tells of a refused call at debug in the platform's own words", () => {
    const out = sink();
    const cause = Object.assign(new Error("Call failed"), {
      error_code: 403,
      description: "Forbidden: \u001b blocked",
    });
    createLogger({ level: "debug", sink: out }).debug("telegram.refused", { method: "sendMessage" }, cause);
    expect(JSON.parse(out.lines[0]!)).toMatchObject({
      level: "debug",
      method: "sendMessage",
      err: { code: 403, description: expect.stringMatching(/^Forbidden: .* blocked$/) },
    });
    expect(out.lines[0]).not.toContain("\u001b");
  });

  it("keeps silent below its level", () => {
    const out = sink();
    const log = createLogger({ level: "warn", sink: out });
    log.info("a");
    log.debug("b");
    log.warn("c");
    expect(out.lines).toHaveLength(1);
  });

  it("tells an error by name, code, description, message and stack, and never its payload", () => {
    const out = sink();
    const cause = Object.assign(new Error("Call to 'sendMessage' failed"), {
      error_code: 400,
      description: "Bad Request: chat not found",
      payload: { chat_id: 4711, text: "سؤال شخصي" },
      requestBody: { json: { content: "سؤال آخر" } },
      url: "https://discord.com/api/v10/interactions/12345/aW50ZXJhY3Rpb24/callback",
    });
    createLogger({ level: "info", sink: out }).error("send.failed", { code: "ABC234" }, cause);
    expect(JSON.parse(out.lines[0]!)).toMatchObject({
      event: "send.failed",
      code: "ABC234",
      err: {
        name: "Error",
        code: 400,
        description: "Bad Request: chat not found",
        stack: expect.any(String),
      },
    });
    expect(out.lines.join("")).not.toMatch(/سؤال|4711|aW50ZXJhY3Rpb24/);
  });

  it("hides tokens wherever they turn up: in messages, stacks, causes and fields", () => {
    const out = sink();
    const telegram = "123456789:AAH-marker_marker_marker_marker_mark";
    const discord = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GmArKe.marker-marker-marker-marker";
    const inner = new Error(`request to https://api.telegram.org/bot${telegram}/getMe failed`);
    const outer = Object.assign(new Error(`Authorization: Bot ${discord}`), { error: inner });
    createLogger({ level: "info", sink: out, secrets: [discord] }).error(
      "start.failed",
      { where: `/webhooks/99887766/hookTOKEN/messages /interactions/5544/interTOKEN/callback ${discord}` },
      outer,
    );
    expect(out.lines.join("")).not.toMatch(/marker|hookTOKEN|interTOKEN/);
    expect(JSON.parse(out.lines[0]!).err.cause.message).toContain("getMe");
  });

  it("drops lines while nobody reads them, and says how many once somebody does", () => {
    const out = { ...sink(), writableLength: 5_000_000 };
    const log = createLogger({ level: "info", sink: out });
    log.info("lost");
    log.info("lost too");
    expect(out.lines).toEqual([]);
    out.writableLength = 0;
    log.info("kept");
    expect(out.lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "log.dropped", lines: 2 },
      { event: "kept" },
    ]);
  });
});

describe("createLogger on a sink that throws", () => {
  it("counts the lines that a full disk does not take, and says how many once it takes one", () => {
    const out = sink();
    let isFull = true;
    const write = (line: string) => {
      if (isFull) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
      return out.lines.push(line);
    };
    const log = createLogger({ level: "info", sink: { writableLength: 0, write } });
    log.info("lost");
    log.error("lost too", {}, new Error("broken"));
    isFull = false;
    log.info("kept");
    expect(out.lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "log.dropped", lines: 2 },
      { event: "kept" },
    ]);
  });
});

describe("causeCode", () => {
  it("names the innermost cause by the system's code, however it is wrapped", () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:443"), { code: "ECONNREFUSED" });
    expect(causeCode(new TypeError("fetch failed", { cause: refused }))).toBe("ECONNREFUSED");
    expect(causeCode(Object.assign(new Error("Network request failed"), { error: refused }))).toBe(
      "ECONNREFUSED",
    );
    expect(causeCode(new AggregateError([refused, new Error("the other address")]))).toBe("ECONNREFUSED");
    const reset = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET", cause: refused });
    expect(causeCode(reset)).toBe("ECONNREFUSED");
  });

  it("names the status of a response, else the kind of error, and never its words", () => {
    expect(causeCode(Object.assign(new Error("Bad Gateway"), { status: 502, code: 0 }))).toBe("HTTP 502");
    expect(causeCode(new DOMException("secret words", "TimeoutError"))).toBe("TimeoutError");
    expect(causeCode(Object.assign(new Error("x"), { code: "secret words" }))).toBe("Error");
    expect(causeCode("secret words")).toBe("string");
  });

  it("ends with an error that is its own cause", () => {
    const error = new Error("round");
    error.cause = error;
    expect(causeCode(error)).toBe("Error");
  });
});

describe("newErrorCode", () => {
  it("gives six letters and digits, another each time", () => {
    const codes = Array.from({ length: 50 }, newErrorCode);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect(new Set(codes).size).toBeGreaterThan(45);
  });
});
