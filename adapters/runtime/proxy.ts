import type { Variables } from "./setting-files.ts";

/** The proxy for an address, and the variable that names it. */
export interface Proxy {
  /** With its scheme: `http://proxy.example:3128`, which may hold a name and a password. */
  readonly url: string;
  readonly variable: string;
}

/** In capitals, as they are mostly written; small letters do as well. */
export const PROXY_VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"] as const;

/**
 * The proxy that the environment asks for when `address` is called, by the rules of curl: `https_proxy` or `http_proxy`
 * after the address's scheme, else `all_proxy`, each in small letters before capitals; a value without a scheme is
 * an HTTP proxy. `undefined` where none is set, and for a host that `no_proxy` lists.
 */
export function proxyFor(address: string, env: Variables): Proxy | undefined {
  const { protocol, hostname, port } = new URL(address);
  const scheme = protocol.slice(0, -1);
  const fullPort = port || (scheme === "https" ? "443" : "80");
  const [variable] = [scheme, "all"]
    .flatMap((name) => [`${name}_proxy`, `${name}_proxy`.toUpperCase()])
    .filter((name) => env[name]?.trim());
  const value = variable && env[variable]?.trim();
  if (!variable || !value || isDirect(hostname, fullPort, env.no_proxy ?? env.NO_PROXY ?? ""))
    return undefined;
  return { url: value.includes("://") ? value : `http://${value}`, variable };
}

/** `no_proxy`: hosts, each with all below it, with or without a port, between commas or spaces; `*` is every host. */
function isDirect(hostname: string, port: string, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      const [, host = "", entryPort] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (entryPort !== undefined && entryPort !== port) return false;
      return entry === "*" || hostname === host || hostname.endsWith(`.${host}`);
    });
}
