import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ClusterSettings } from "../../src/index.ts";
import { causeCode } from "./describe-error.ts";

/** A cluster of OpenSearch that holds the articles. */
export interface OpenSearchSettings extends ClusterSettings {
  /** The alias of the live index; the names of indices begin with it. */
  readonly prefix: string;
  readonly shards: number;
  readonly replicas: number;
}

/** What an operator may set. */
interface Given {
  readonly OPENSEARCH_URL?: string | undefined;
  readonly OPENSEARCH_USERNAME?: string | undefined;
  readonly OPENSEARCH_PASSWORD?: string | undefined;
  readonly OPENSEARCH_CA?: string | undefined;
  readonly OPENSEARCH_INDEX: string;
  readonly OPENSEARCH_SHARDS: number;
  readonly OPENSEARCH_REPLICAS: number;
}

/** The cluster; undefined without an address. A clause of `problems` says what cannot be used, with its cure. */
export function openSearchOf(
  given: Given,
  workingDir: string,
  problems: string[],
): OpenSearchSettings | undefined {
  if (given.OPENSEARCH_URL === undefined) {
    for (const key of ["OPENSEARCH_USERNAME", "OPENSEARCH_PASSWORD", "OPENSEARCH_CA"] as const)
      if (given[key] !== undefined)
        problems.push(
          `${key} needs OPENSEARCH_URL beside it: set the addresses of the nodes, or remove both`,
        );
    return undefined;
  }
  const urls = given.OPENSEARCH_URL.split(",").map((part) => part.trim());
  const nodes = urls.filter((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));
  if (nodes.length < urls.length || nodes.length === 0) {
    problems.push(
      "OPENSEARCH_URL must be addresses that start with http:// or https://, with commas between",
    );
    return undefined;
  }
  const { username, password } = credentialsOf(given, nodes, problems);
  return {
    nodes: nodes.map(withoutCredentials),
    ...(username !== undefined && password !== undefined && { username, password }),
    ca: given.OPENSEARCH_CA && readAuthority(resolve(workingDir, given.OPENSEARCH_CA), problems),
    prefix: given.OPENSEARCH_INDEX,
    shards: given.OPENSEARCH_SHARDS,
    replicas: given.OPENSEARCH_REPLICAS,
  };
}

/** User and password of the settings, else those of the first address that has them. */
function credentialsOf(given: Given, nodes: readonly string[], problems: string[]) {
  const { OPENSEARCH_USERNAME: username, OPENSEARCH_PASSWORD: password } = given;
  const within = nodes.map((node) => new URL(node)).find((url) => url.password !== "");
  if (username === undefined && password === undefined && within !== undefined)
    return { username: decodeURIComponent(within.username), password: decodeURIComponent(within.password) };
  if ((username === undefined) !== (password === undefined))
    problems.push("OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD are given together, or neither of them");
  return { username, password };
}

function withoutCredentials(node: string): string {
  const url = new URL(node);
  url.username = "";
  url.password = "";
  return url.href;
}

/** The text of a file of certificates. */
function readAuthority(file: string, problems: string[]): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
    problems.push(`OPENSEARCH_CA names a file that holds no certificate in PEM, ${file}`);
  } catch (error) {
    problems.push(`OPENSEARCH_CA names a file that cannot be read, ${file} (${causeCode(error)})`);
  }
  return undefined;
}
