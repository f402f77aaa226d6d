import { describe, expect, it } from "vitest";
import { proxyFor } from "../../adapters/runtime/proxy.ts";

const TELEGRAM = "https://api.telegram.org";
const PROXY = "http://proxy.example:3128";
const urlFor = (env: Record<string, string>, address = TELEGRAM) => proxyFor(address, env)?.url;

describe("proxyFor", () => {
  it("takes the variable of the address's scheme before the one for all, and small letters before capitals", () => {
    expect(urlFor({ HTTPS_PROXY: PROXY })).toBe(PROXY);
    expect(urlFor({ HTTPS_PROXY: "http://other.example", https_proxy: PROXY })).toBe(PROXY);
    expect(urlFor({ ALL_PROXY: PROXY })).toBe(PROXY);
    expect(urlFor({ ALL_PROXY: "http://other.example", https_proxy: PROXY })).toBe(PROXY);
    expect(proxyFor(TELEGRAM, { HTTPS_PROXY: " ", all_proxy: PROXY })).toEqual({
      url: PROXY,
      variable: "all_proxy",
    });
  });

  it("leaves an address of http alone when only https has a proxy", () => {
    expect(urlFor({ HTTPS_PROXY: PROXY }, "http://127.0.0.1:8081")).toBeUndefined();
    expect(urlFor({ HTTP_PROXY: PROXY }, "http://127.0.0.1:8081")).toBe(PROXY);
  });

  it("takes a value without a scheme for an HTTP proxy", () => {
    expect(urlFor({ https_proxy: "proxy.example:3128" })).toBe(PROXY);
  });

  it("calls a host directly that no_proxy lists, by itself or with all below a domain", () => {
    for (const list of [
      "api.telegram.org",
      ".telegram.org",
      "*.telegram.org",
      "x.org, TELEGRAM.ORG:443",
      "*",
    ])
      expect(urlFor({ HTTPS_PROXY: PROXY, NO_PROXY: list })).toBeUndefined();
    for (const list of ["", "elegram.org", "telegram.org:80", "localhost,127.0.0.1"])
      expect(urlFor({ HTTPS_PROXY: PROXY, no_proxy: list })).toBe(PROXY);
  });
});
