// Finds and reads what iptables-lint is to check.

import { readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRulesFileName, looksLikeRules } from '../vocabulary/file-names.ts';

/** A file to check: its text, or why it cannot be read. */
export type Input =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly unreadable: string };

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);
/** In a folder, files larger than this are only looked into when their name says what they are. */
const LARGE = 64 * 1024 * 1024;

/** The inputs that a path of the command line stands for, one after another. */
export function* inputsOf(path: string): Generator<Input> {
  if (path === '-') {
    yield readStandardInput();
    return;
  }
  try {
    if (statSync(path).isDirectory()) {
      yield* search(path);
      return;
    }
  } catch (error) {
    yield { path, unreadable: reason(error) };
    return;
  }
  yield read(path);
}

/** The text of one file, or of standard input. */
export function inputOf(path: string): Input {
  return path === '-' ? readStandardInput() : read(path);
}

/** Rules files below a folder, by name or by their first line, in alphabetical order. Links to folders are not followed. */
function* search(folder: string): Generator<Input> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    yield { path: folder, unreadable: reason(error) };
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name)) yield* search(path);
    } else if (entry.isFile() || entry.isSymbolicLink()) yield* candidate(path);
  }
}

function* candidate(path: string): Generator<Input> {
  const named = isRulesFileName(path.replaceAll('\\', '/'));
  if (!named) {
    try {
      const stat = statSync(path);
      if (!stat.isFile() || stat.size > LARGE) return;
    } catch {
      return;
    }
  }
  const input = read(path);
  if (named || ('text' in input && looksLikeRules(input.text))) yield input;
}

function read(path: string): Input {
  try {
    return { path, text: decode(readFileSync(path)) };
  } catch (error) {
    return { path, unreadable: reason(error) };
  }
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
    return { path: '-', text: decode(Buffer.concat(chunks)) };
  } catch (error) {
    return { path: '-', unreadable: reason(error) };
  }
}

/** UTF-8; a byte order mark stays, since the loader stumbles over it. Bytes that are no UTF-8 become U+FFFD. */
function decode(bytes: Buffer): string {
  return bytes.toString('utf8');
}

function reason(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'you have no permission to read it';
  if (code === 'EISDIR') return 'it is a folder';
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
