// Finds what iptables-lint is to check: the files that paths stand for, in order, each once.

import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { isRulesFileName } from '../../vocabulary/file-names.ts';
import { reason } from './read.node.ts';

/** A file to check: plain data, since another thread may read it. */
export interface Source {
  /** As people read it; `-` for standard input. */
  readonly path: string;
  /** Its name as the system has it, where that is not UTF-8. */
  readonly name?: Uint8Array;
  /** How many bytes it has, as far as that is known. */
  readonly size: number;
  /** Its name says nothing: it counts where its first line is one of a rules file. */
  readonly isGuess?: true;
  /** Why there is nothing to read. */
  readonly unreadable?: string;
}

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);
/** In a folder, files larger than this are only looked into when their name says what they are. */
const LARGE = 64 * 1024 * 1024;

/** What one path of the command line stands for. */
export interface FoundPath {
  /** Without what was found before. */
  readonly sources: readonly Source[];
  /** Something of it was found before. */
  readonly hasKnown: boolean;
  /** What is to be said where none of these is a rules file. */
  readonly nothing: string;
}

/** What the paths of a command line stand for. */
export class Finder {
  /** The real paths of what was found. */
  private readonly seen = new Set<string>();

  /** What one of the paths stands for. */
  find(path: string): FoundPath {
    const found = [...this.sourcesOf(path)];
    const news = found.filter(({ real }) => !this.seen.has(real) && this.seen.add(real));
    const nothing = `There is no rules file in "${path}".`;
    return { sources: news.map(({ source }) => source), hasKnown: news.length < found.length, nothing };
  }

  private *sourcesOf(path: string): Generator<Found> {
    if (path === '-') {
      yield { source: { path, size: 0 }, real: path };
      return;
    }
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) yield* this.search({ shown: path, real: realOf(path) });
      else yield { source: { path, size: stat.size }, real: realOf(path) };
    } catch (error) {
      yield { source: { path, size: 0, unreadable: reason(error) }, real: resolve(path) };
    }
  }

  /** Rules files below a folder, by name or by their first line, in alphabetical order. Links to folders are not followed. */
  private *search(folder: Place): Generator<Found> {
    let entries: Dirent<Buffer>[];
    try {
      entries = readdirSync(folder.name ?? folder.shown, { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      yield { source: { path: folder.shown, size: 0, unreadable: reason(error) }, real: folder.real };
      return;
    }
    for (const entry of entries.sort((a, b) => a.name.compare(b.name))) {
      const place = placeIn(folder, entry.name);
      if (!entry.isDirectory()) {
        const source = candidate(place);
        if (source) yield { source, real: entry.isSymbolicLink() ? realOf(place.name ?? place.shown) : place.real };
      } else if (!SKIPPED_FOLDERS.has(entry.name.toString())) yield* this.search(place);
    }
  }
}

interface Found {
  readonly source: Source;
  readonly real: string;
}

/** Something in a folder. */
interface Place {
  /** Its path as people read it. */
  readonly shown: string;
  /** The same as the system has it, where that is not UTF-8: not every system has its names in that. */
  readonly name?: Buffer;
  /** Its path without links. */
  readonly real: string;
}

const SEPARATOR = Buffer.from(sep);

function placeIn({ shown, name, real }: Place, bytes: Buffer): Place {
  const text = bytes.toString();
  const place = { shown: join(shown, text), real: real + sep + text };
  if (name === undefined && Buffer.from(text).equals(bytes)) return place;
  const whole = Buffer.concat([name ?? Buffer.from(shown), SEPARATOR, bytes]);
  return { ...place, name: whole, real: `${real}${sep}${bytes.toString('latin1')}` };
}

/** What is to be checked of what stands in a folder. */
function candidate({ shown, name }: Place): Source | undefined {
  const isNamed = isRulesFileName(shown.replaceAll('\\', '/'));
  const source = { path: shown, ...(name && { name }), ...(!isNamed && { isGuess: true as const }) };
  try {
    const stat = statSync(name ?? shown);
    if (isNamed || (stat.isFile() && stat.size <= LARGE)) return { ...source, size: stat.size };
    return undefined;
  } catch {
    // Why it cannot be read is told by whoever reads it.
    return isNamed ? { ...source, size: 0 } : undefined;
  }
}

/** The path without links; of what leads nowhere the whole path. */
function realOf(path: string | Buffer): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path.toString());
  }
}
