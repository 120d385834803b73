// Reads what iptables-lint is to check.

import { readFileSync, readSync, type Stats, statSync } from 'node:fs';

/** A file to check: its text, or why it cannot be read. */
export type Input =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly unreadable: string };

/** The text of one file, or of standard input. `name`: its name as the system has it, where that is not UTF-8. */
export function inputOf(path: string, name?: Uint8Array): Input {
  return path === '-' ? readStandardInput() : read(path, name ? Buffer.from(name) : path);
}

/** What a shell gives for `<(COMMAND)` is a pipe that somebody writes into. */
const GIVEN_PIPE = /^\/(dev|proc\/self)\/fd\/\d+$|^\/dev\/stdin$/;

function read(path: string, name: string | Buffer): Input {
  try {
    const stat = statSync(name);
    const isGiven = stat.isFIFO() && GIVEN_PIPE.test(path);
    if (!stat.isFile() && !isGiven) return { path, unreadable: sortOf(stat) };
    return asText(path, readFileSync(name));
  } catch (error) {
    return { path, unreadable: reason(error) };
  }
}

function sortOf(stat: Stats): string {
  if (stat.isDirectory()) return 'it is a folder';
  if (stat.isFIFO()) return 'it is a pipe, and nobody may ever write into it';
  if (stat.isSocket()) return 'it is a socket';
  return 'it is a device';
}

const STANDARD_INPUT = 0;
const CHUNK = 256 * 1024;

/** A pipe may have nothing to give for a while, or end in an error of its own (Windows). */
function readStandardInput(): Input {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    try {
      const length = readSync(STANDARD_INPUT, chunk);
      if (length === 0) break;
      chunks.push(chunk.subarray(0, length));
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') return { path: '-', unreadable: reason(error) };
      pause();
    }
  }
  try {
    return asText('-', Buffer.concat(chunks));
  } catch (error) {
    return { path: '-', unreadable: reason(error) };
  }
}

/** UTF-8; a byte order mark stays, since the loader stumbles over it. Bytes that are no UTF-8 become U+FFFD. */
function asText(path: string, bytes: Buffer): Input {
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined) return { path, unreadable: `it is ${encoding}, and the loaders read UTF-8` };
  const text = bytes.toString('utf8');
  return isText(text) ? { path, text } : { path, unreadable: 'it is not a text' };
}

function otherEncoding([first, second]: Buffer): string | undefined {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 ? 'UTF-16' : undefined;
}

/** So much of a file tells what it is. */
const HEAD = 64 * 1024;
/** More letters than one in so many that no text has: a NUL or two in a rules file are a slip, and told as that. */
const ODD_SHARE = 10;
const FEW = 8;

function isText(text: string): boolean {
  const head = text.slice(0, HEAD);
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code === 0xfffd || code === 0x7f || (code < 0x20 && !(code >= 0x09 && code <= 0x0d))) odd++;
  }
  return odd <= FEW || odd * ODD_SHARE < head.length;
}

/** Why the system gives nothing, in words. */
export function reason(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'you have no permission to read it';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ELOOP') return 'it is a link that leads back to itself';
  if (code === 'ERR_STRING_TOO_LONG') return 'it is larger than 512 MB';
  return error instanceof Error ? error.message : String(error);
}

/** The system's name of an error; empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const waiting = new Int32Array(new SharedArrayBuffer(4));

/** Lets the other end of a pipe work for five milliseconds. */
export function pause(): void {
  Atomics.wait(waiting, 0, 0, 5);
}
