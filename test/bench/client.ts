// Owns a small language client for measuring: a time is taken when the last byte of a message is there, before it is read.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A message of the server. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number; readonly diagnostics?: readonly Mark[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  /** When its last byte came, by performance.now(). */
  readonly at: number;
}

export interface Mark {
  readonly range: { readonly start: { readonly line: number } };
  readonly severity?: number;
}

interface Waiter {
  readonly fits: (message: Message) => boolean;
  readonly resolve: (message: Message) => void;
  readonly reject: (error: Error) => void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const PATIENCE = 60_000;

export class Client {
  readonly #child: ChildProcess;
  #waiters: Waiter[] = [];
  #chunks: Buffer[] = [];
  #length = 0;
  #wanted = -1;
  #nextId = 1;

  /** Starts `command` with stdio as its way to talk. */
  constructor(command: string, args: readonly string[]) {
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#child.on('exit', () => {
      for (const { reject } of this.#waiters) reject(new Error('The server has ended.'));
    });
  }

  #take(chunk: Buffer): void {
    const at = performance.now();
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#cut(at));
  }

  /** Takes one message off the front; false where it is not whole yet. */
  #cut(at: number): boolean {
    if (this.#wanted < 0) {
      const head = Buffer.concat(this.#chunks);
      this.#chunks = [head];
      const end = head.indexOf(HEAD_END);
      if (end < 0) return false;
      this.#wanted = Number(/content-length: *(\d+)/i.exec(head.toString('latin1', 0, end))?.[1]);
      this.#chunks = [head.subarray(end + HEAD_END.length)];
      this.#length = this.#chunks[0]?.length ?? 0;
    }
    if (this.#length < this.#wanted) return false;
    const all = Buffer.concat(this.#chunks);
    const body = all.subarray(0, this.#wanted);
    this.#chunks = [all.subarray(this.#wanted)];
    this.#length = all.length - this.#wanted;
    this.#wanted = -1;
    const message: Omit<Message, 'at'> = JSON.parse(body.toString('utf8'));
    this.#dispatch({ ...message, at });
    return true;
  }

  #dispatch(message: Message): void {
    if (message.method !== undefined && message.id !== undefined)
      this.#send({ jsonrpc: '2.0', id: message.id, result: null });
    const found = this.#waiters.filter(({ fits }) => fits(message));
    this.#waiters = this.#waiters.filter((waiter) => !found.includes(waiter));
    for (const { resolve } of found) resolve(message);
  }

  #send(message: unknown): void {
    const body = JSON.stringify(message);
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** The first message that fits and comes from now on. */
  wait(what: string, fits: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The server did not answer ${what} in ${PATIENCE / 1000} s.`)),
        PATIENCE,
      );
      const done = (message: Message) => {
        clearTimeout(timer);
        resolve(message);
      };
      const broken = (error: Error) => {
        clearTimeout(timer);
        reject(error);
      };
      this.#waiters.push({ fits, resolve: done, reject: broken });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  /** Asks, and answers the message with the result; an error of the server is thrown. */
  async request(method: string, params: unknown): Promise<Message> {
    const id = this.#nextId++;
    const answer = this.wait(method, (message) => message.id === id && message.method === undefined);
    this.#send({ jsonrpc: '2.0', id, method, params });
    const message = await answer;
    if (message.error) throw new Error(`${method}: ${message.error.message}`);
    return message;
  }

  /** Megabytes that the process holds now, and that it held at most. Linux; elsewhere undefined. */
  memory(): { now: number; peak: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
      return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    await ended;
  }
}
