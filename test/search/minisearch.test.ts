import { describe } from "vitest";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import { searchIndexContract } from "./contract.ts";

describe("createMiniSearchIndex", () => searchIndexContract(createMiniSearchIndex));
