import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One open connection of the least WebSocket server (RFC 6455): texts in one frame each, a close with its code, no extensions. */
export interface Connection {
  send(text: string): void;
  /** Closes as a server does, with a code. */
  close(code: number): void;
  /** Breaks the line without a word. */
  drop(): void;
}

export interface WebSockets {
  /** `ws://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

const TEXT = 1;
const CLOSE = 8;

export async function startWebSockets(
  onOpen: (connection: Connection) => void,
  onText: (connection: Connection, text: string) => void,
  onClose: (connection: Connection, code: number) => void,
): Promise<WebSockets> {
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(426).end());
  server.on("upgrade", (request, socket: Socket) => {
    const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash("sha1").update(key).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    sockets.add(socket);
    let open = true;
    const connection: Connection = {
      send: (text) => open && socket.write(frame(TEXT, Buffer.from(text))),
      close: (code) => socket.write(frame(CLOSE, codeBytes(code))),
      drop: () => socket.destroy(),
    };
    const ended = (code: number) => {
      if (open) onClose(connection, code);
      open = false;
    };
    socket.on("error", () => {});
    socket.on("close", () => {
      sockets.delete(socket);
      ended(1006);
    });
    let pending = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      for (let next = unframe(pending); next; next = unframe(pending)) {
        pending = pending.subarray(next.size);
        if (next.opcode === TEXT) onText(connection, next.payload.toString("utf8"));
        if (next.opcode !== CLOSE) continue;
        socket.end(frame(CLOSE, next.payload));
        ended(next.payload.length >= 2 ? next.payload.readUInt16BE(0) : 1005);
      }
    });
    onOpen(connection);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : Buffer.from([0x80 | opcode, 126, length >> 8, length & 255]);
  if (length >= 65_536) throw new RangeError("No text here is that long");
  return Buffer.concat([head, payload]);
}

/** The first frame of a client, which masks what it sends; undefined until it is whole. */
function unframe(data: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (data.length < 6) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < head + 4) return undefined;
  const length =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  const size = head + 4 + length;
  if (data.length < size) return undefined;
  const mask = data.subarray(head, head + 4);
  const payload = Buffer.from(data.subarray(head + 4, size).map((byte, i) => byte ^ mask.readUInt8(i & 3)));
  return { opcode: data.readUInt8(0) & 15, payload, size };
}

function codeBytes(code: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(code);
  return bytes;
}
