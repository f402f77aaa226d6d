import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A node of its own process, so that it can be stopped, hung or killed. */
export interface RunningNode {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Starts it again on its data after it has ended, and waits until all nodes have joined and all shards are there. */
  restart(): Promise<void>;
}

const VERSION = "2.19.1";
/** The folder of `pom.xml` and `OsNode.java`. */
const SOURCE = resolve("bench/opensearch-node");
const CACHE = join(homedir(), ".cache", "isnad-opensearch", VERSION);
/** Written last: what was broken off is begun anew. */
const READY = join(CACHE, "ready");
const START_MS = 180_000;

/** Why nodes cannot be run on this machine, in one sentence; undefined where they can. */
export function missingTool(): string | undefined {
  const tools = [["java", "-version"], ["javac", "-version"], ...(existsSync(READY) ? [] : [["mvn", "-v"]])];
  const missing = tools.flatMap(([name = "", flag = ""]) =>
    spawnSync(name, [flag], { stdio: "ignore" }).status === 0 ? [] : [name],
  );
  if (missing.length === 0) return undefined;
  return `OpenSearch is not started: a JDK of version 17 and Maven are needed, and ${missing.join(" and ")} cannot be run here.`;
}

/** Fetches the packages of a node by Maven and compiles its start, where that was not done yet. */
export function fetchNode(): void {
  const isReady = existsSync(READY) && readFileSync(READY, "utf8") === sources();
  if (isReady) return;
  rmSync(CACHE, { recursive: true, force: true });
  const classes = join(CACHE, "classes");
  mkdirSync(classes, { recursive: true });
  run("mvn", ["-q", "-B", "-f", join(SOURCE, "pom.xml"), `-Dout=${CACHE}`, "package"]);
  run("javac", ["-nowarn", "-cp", join(CACHE, "lib", "*"), "-d", classes, join(SOURCE, "OsNode.java")]);
  writeFileSync(READY, sources());
}

function sources(): string {
  return ["pom.xml", "OsNode.java"].map((file) => readFileSync(join(SOURCE, file), "utf8")).join("\n");
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${program} failed, so OpenSearch is not started`);
}

/** Where and how nodes run. */
export interface ClusterOptions {
  /** Their data and their logs, below which nothing else may be. */
  readonly dir: string;
  /** Of each node's Java heap, such as `768m`. */
  readonly heap?: string;
}

/** Starts nodes that form one cluster, and waits until it is green. They outlive this process. */
export async function startCluster(count: number, options: ClusterOptions): Promise<RunningNode[]> {
  fetchNode();
  const ports = await freePorts(2 * count);
  const places = Array.from({ length: count }, (_, i) => ({
    name: `n${i + 1}`,
    http: ports[2 * i] ?? 0,
    transport: ports[2 * i + 1] ?? 0,
  }));
  const form =
    count === 1
      ? ["discovery.type=single-node"]
      : [
          `discovery.seed_hosts=${places.map(({ transport }) => `127.0.0.1:${transport}`).join(",")}`,
          "cluster.initial_cluster_manager_nodes=n1",
        ];
  const nodes = places.map((place) => createNode(place, form, options));
  try {
    await Promise.all(nodes.map((node) => node.start()));
    await green(nodes[0]?.url ?? "", count);
  } catch (error) {
    for (const { pid } of nodes) signal(pid, "SIGKILL");
    throw error;
  }
  return nodes.map((node) =>
    Object.assign(node, {
      async restart() {
        await node.start();
        await green(node.url, count);
      },
    }),
  );
}

interface NodePlace {
  readonly name: string;
  readonly http: number;
  readonly transport: number;
}

function createNode(
  { name, http, transport }: NodePlace,
  form: readonly string[],
  { dir, heap = "768m" }: ClusterOptions,
) {
  const home = join(dir, name);
  const log = join(home, "out.log");
  mkdirSync(home, { recursive: true });
  const node = {
    name,
    url: `http://127.0.0.1:${http}`,
    pid: 0,
    /** Waits until it can be asked. */
    async start(): Promise<void> {
      const output = openSync(log, "w");
      const child = spawn(
        "java",
        [
          `-Xms${heap}`,
          `-Xmx${heap}`,
          "-cp",
          [join(CACHE, "classes"), join(CACHE, "lib", "*")].join(delimiter),
          "OsNode",
          `path.home=${home}`,
          "cluster.name=isnad",
          `node.name=${name}`,
          "network.host=127.0.0.1",
          `http.port=${http}`,
          `transport.port=${transport}`,
          // A disk that is nearly full would make the indices read-only.
          "cluster.routing.allocation.disk.threshold_enabled=false",
          ...form,
        ],
        { detached: true, stdio: ["ignore", output, output] },
      );
      closeSync(output);
      child.unref();
      node.pid = child.pid ?? 0;
      await started(child, name, log);
    },
  };
  return node;
}

/** Waits until a node says that it can be asked. */
async function started(child: ChildProcess, name: string, log: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (!readFileSync(log, "utf8").includes("http=")) {
    const isGone = child.exitCode !== null || child.signalCode !== null;
    if (isGone || Date.now() > until) throw new Error(`node ${name} did not start: see ${log}`);
    await sleep(100);
  }
}

/** Waits until all nodes have joined and all shards are there. */
async function green(url: string, count: number): Promise<void> {
  const path = `/_cluster/health?wait_for_nodes=${count}&wait_for_status=green&timeout=120s`;
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw new Error(`the cluster does not become green (HTTP ${response.status})`);
}

/** Ends nodes by their process ids, by force where they do not end in ten seconds. */
export async function stopNodes(pids: readonly number[]): Promise<void> {
  await Promise.all(
    pids.filter(isNode).map(async (pid) => {
      // One that was stopped takes no other signal.
      signal(pid, "SIGCONT");
      signal(pid, "SIGTERM");
      for (let i = 0; i < 100 && signal(pid, 0); i++) await sleep(100);
      signal(pid, "SIGKILL");
    }),
  );
}

/** A process may have got the id of a node that has ended. */
function isNode(pid: number): boolean {
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(
    "OsNode",
  );
}

/** Sends a signal; 0 is none. False where there is no such process. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done) => {
          server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            done(typeof address === "object" && address !== null ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
