// How messages leave over stdio: each in one piece, head and all. Numbers of long lists, and diagnostics that were sent before,
// go as they are written already.

import { Buffer } from 'node:buffer';
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { textOf } from '../features/tokens/token-list.ts';

/** What stands in JSON for the list that `textOf` knows. */
const EMPTY = '"data":[]';

export class AnswerWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: Writable;
  private failures = 0;

  constructor(stream: Writable) {
    super();
    this.stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const pieces = frameOf(message);
    const last = pieces.at(-1) ?? '';
    return new Promise((resolve, reject) => {
      this.stream.cork();
      for (const piece of pieces.slice(0, -1)) this.stream.write(piece);
      this.stream.write(last, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.failures);
        reject(error);
      });
      this.stream.uncork();
    });
  }

  end(): void {
    this.stream.end();
  }
}

type Piece = string | Uint8Array;

/** What is written of a message, one piece after the other: one write of head and body costs half of two. */
function frameOf(message: Message): readonly Piece[] {
  const list = listOf(message);
  if (list) return [Buffer.concat(frameAround(list))];
  const json = JSON.stringify(message);
  const numbers = numbersOf(message);
  const at = numbers ? json.lastIndexOf(EMPTY) : -1;
  if (!numbers || at < 0) return [`${headOf(Buffer.byteLength(json))}${json}`];
  return joined(json, at + EMPTY.length - 1, numbers);
}

/** A JSON text with pieces put into it, and the head before it. */
function joined(json: string, at: number, pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const before = Buffer.from(json.slice(0, at));
  const after = Buffer.from(json.slice(at));
  const length = pieces.reduce((sum, piece) => sum + piece.length, before.length + after.length);
  return [Buffer.from(headOf(length)), before, ...pieces, after];
}

/** A message, its list taken out: of diagnostics, most of which are the same at every keystroke. */
interface WithList {
  readonly shell: object;
  readonly list: readonly object[];
}

/** Lists with fewer entries are written as fast with all the rest. */
const FEW = 20;
/** What stands in JSON for a list that was taken out; nothing else of such a message looks like it. */
const TAKEN_OUT = '["taken out"]';

function listOf(message: Message): WithList | undefined {
  for (const { part, kind, list } of LISTS) {
    const inner: unknown = Reflect.get(message, part);
    if (typeof inner !== 'object' || inner === null || !kind(inner)) continue;
    const entries: unknown = Reflect.get(inner, list);
    if (!Array.isArray(entries) || entries.length < FEW) continue;
    return { shell: { ...message, [part]: { ...inner, [list]: ['taken out'] } }, list: entries };
  }
  return undefined;
}

const LISTS = [
  // The answer to textDocument/diagnostic.
  { part: 'result', kind: (inner: object) => Reflect.get(inner, 'kind') === 'full', list: 'items' },
  // textDocument/publishDiagnostics.
  { part: 'params', kind: (inner: object) => 'diagnostics' in inner, list: 'diagnostics' },
] as const;

function frameAround({ shell, list }: WithList): readonly Uint8Array[] {
  const json = JSON.stringify(shell);
  const at = json.lastIndexOf(TAKEN_OUT);
  const pieces = list.flatMap((entry, i) => (i === 0 ? [writtenOf(entry)] : [COMMA, writtenOf(entry)]));
  return joined(json.slice(0, at + 1) + json.slice(at + TAKEN_OUT.length - 1), at + 1, pieces);
}

const COMMA = Buffer.from(',');
const written = new WeakMap<object, Uint8Array>();

function writtenOf(entry: object): Uint8Array {
  const known = written.get(entry);
  if (known) return known;
  const bytes = Buffer.from(JSON.stringify(entry));
  written.set(entry, bytes);
  return bytes;
}

function headOf(length: number): string {
  return `Content-Length: ${length}\r\n\r\n`;
}

function numbersOf(message: Message): readonly Uint8Array[] | undefined {
  const result: unknown = Reflect.get(message, 'result');
  const data: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'data') : undefined;
  return Array.isArray(data) ? textOf(data) : undefined;
}
