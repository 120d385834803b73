// A client that keeps to no manners: it sends what it is told to, and refuses, delays or leaves unanswered what it is asked.

import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = 10_000;

/** A message as it comes over the wire. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** What to do with a request of the server's: the rest of the answer, or nothing to leave it unanswered. */
export type Reply = (request: Message) => Pick<Message, 'result' | 'error'> | undefined;

/** As clients answer what they do not know. */
export const refuse: Reply = ({ method }) => ({ error: { code: -32601, message: `Unhandled method ${method}` } });
export const ignore: Reply = () => undefined;

export class RawClient {
  /** Everything that came, in its order. */
  readonly received: Message[] = [];
  /** What the server wrote to its standard error. */
  errors = '';
  /** The exit code once the server has ended. */
  readonly ended: Promise<number | null>;
  reply: Reply;
  private readonly server: ChildProcess;
  private readonly watching = new Set<() => void>();
  private buffer = Buffer.alloc(0);
  private lastId = 0;

  /** `flags` are for Node, in front of the server's path. */
  constructor(path: string, reply: Reply, flags: readonly string[] = []) {
    this.reply = reply;
    this.server = spawn(process.execPath, [...flags, path, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.stdout?.on('data', (chunk: Buffer) => this.read(chunk));
    this.server.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
    // A server that died closes the pipe; the test says so by what is missing.
    this.server.stdin?.on('error', () => {});
  }

  /** Starts a server and introduces itself. */
  static async start(
    path: string,
    reply: Reply,
    capabilities: Readonly<Record<string, unknown>>,
    initializationOptions: unknown = undefined,
  ): Promise<RawClient> {
    const client = new RawClient(path, reply);
    await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    client.notify('initialized', {});
    return client;
  }

  /** Sends messages in one piece, so that the server finds all of them at once. */
  send(...messages: readonly Message[]): void {
    const framed = messages.map((message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
    this.server.stdin?.write(framed.join(''));
  }

  /** Sends bytes that may be no message. */
  write(text: string): void {
    this.server.stdin?.write(text);
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  nextId(): number {
    return ++this.lastId;
  }

  /** The answer to a request, result or error. */
  async request(method: string, params: unknown): Promise<Message> {
    const id = this.nextId();
    this.send({ id, method, params });
    return this.answer(id);
  }

  answer(id: number): Promise<Message> {
    return this.message((message) => message.id === id && message.method === undefined);
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'iptables', version, text } });
  }

  /** Replaces the whole text. */
  change(uri: string, text: string, version: number): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** The codes of the diagnostics that the client pulls, in their order. */
  async pull(uri: string): Promise<readonly unknown[]> {
    const { result } = await this.request('textDocument/diagnostic', { textDocument: { uri } });
    return codesOf(result, 'items');
  }

  /** The codes that are published for a document next, after the `from`th message. */
  async published(uri: string, from = this.received.length): Promise<readonly unknown[]> {
    const { params } = await this.message(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && fieldOf(params, 'uri') === uri,
      from,
    );
    return codesOf(params, 'diagnostics');
  }

  /** The first message after the `from`th that `fits`; fails where the server ends or is silent for ten seconds. */
  async message(fits: (message: Message) => boolean, from = 0): Promise<Message> {
    const until = performance.now() + PATIENCE;
    for (;;) {
      const found = this.received.slice(from).find(fits);
      if (found) return found;
      if (this.server.exitCode !== null)
        throw new Error(`The server ended with ${this.server.exitCode}. ${this.errors}`);
      if (performance.now() > until) throw new Error(`No such message. ${JSON.stringify(this.received.slice(from))}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.watching.delete(wake);
          resolve();
        };
        this.watching.add(wake);
        void sleep(200).then(wake);
      });
    }
  }

  /** Ends the server as editors do; answers its exit code. */
  async stop(): Promise<number | null> {
    if (this.server.exitCode === null) {
      await this.request('shutdown', undefined);
      this.notify('exit', undefined);
    }
    return this.ended;
  }

  /** Ends the server without a word. */
  hangUp(): Promise<number | null> {
    this.server.stdin?.end();
    return this.ended;
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      const length = Number(/content-length: *(\d+)/i.exec(this.buffer.toString('latin1', 0, Math.max(end, 0)))?.[1]);
      if (end < 0 || this.buffer.length < end + 4 + length) break;
      const message: Message = JSON.parse(this.buffer.toString('utf8', end + 4, end + 4 + length));
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.received.push(message);
      if (message.method === undefined || message.id === undefined) continue;
      const answer = this.reply(message);
      if (answer) this.send({ id: message.id, ...answer });
    }
    for (const wake of [...this.watching]) wake();
  }
}

/** A field of what came, undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}

function codesOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list.map((one: unknown) => fieldOf(one, 'code')) : [];
}
