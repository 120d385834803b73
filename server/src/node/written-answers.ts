// How messages become bytes over stdio: as JSON, and the numbers of long lists as they are written already.

import { Buffer } from 'node:buffer';
import { type Message, type MessageWriter, StreamMessageWriter } from 'vscode-languageserver/node';
import { textOf } from '../features/tokens/token-list.ts';

/** What stands in JSON for the list that `textOf` knows. */
const EMPTY = '"data":[]';

/** Writes messages to a stream. */
export function writerTo(stream: NodeJS.WritableStream): MessageWriter {
  return new StreamMessageWriter(stream, {
    contentTypeEncoder: { name: 'application/json', encode: async (message) => bytesOf(message) },
  });
}

function bytesOf(message: Message): Uint8Array {
  const json = JSON.stringify(message);
  const numbers = numbersOf(message);
  const at = numbers ? json.lastIndexOf(EMPTY) : -1;
  if (!numbers || at < 0) return Buffer.from(json);
  const inside = at + EMPTY.length - 1;
  return Buffer.concat([Buffer.from(json.slice(0, inside)), numbers, Buffer.from(json.slice(inside))]);
}

function numbersOf(message: Message): Uint8Array | undefined {
  const result: unknown = Reflect.get(message, 'result');
  const data: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'data') : undefined;
  return Array.isArray(data) ? textOf(data) : undefined;
}
