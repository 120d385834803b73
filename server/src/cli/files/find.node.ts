// Finds what iptables-lint is to check: the files that paths stand for, in order, each once.

import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { isRulesFileName } from '../../vocabulary/file-names.ts';
import { Ignored } from './ignored.node.ts';
import { isMatch, isPattern, type Pattern, patternsOf } from './pattern.ts';
import { codeOf, reason } from './read.node.ts';

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

/** What one path of the command line stands for. */
export interface FoundPath {
  /** Without what was found before. */
  readonly sources: readonly Source[];
  /** Something of it was found before. */
  readonly hasKnown: boolean;
  /** What is to be said where none of these is a rules file. */
  readonly nothing: string;
}

/** Folders that are not searched. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);
/** In a folder, files larger than this are only looked into when their name says what they are. */
const LARGE = 64 * 1024 * 1024;

/** What the paths of a command line stand for. */
export class Finder {
  private readonly asksGit: boolean;
  /** The real paths of what was found. */
  private readonly seen = new Set<string>();
  /** Something was left out for Git. */
  private leftOut = false;

  /** `asksGit`: what Git ignores is left out of what is searched. */
  constructor(asksGit: boolean) {
    this.asksGit = asksGit;
  }

  /** What one of the paths stands for. */
  find(path: string): FoundPath {
    this.leftOut = false;
    const stat = path === '-' ? undefined : statOf(path);
    const isSearch = stat instanceof Error && isAbsent(stat) && isPattern(path);
    const found = [...(isSearch ? this.matches(path) : this.sourcesOf(path, stat))];
    const news = found.filter(({ real }) => !this.seen.has(real) && this.seen.add(real));
    const what = isSearch ? `Nothing matches "${path}".` : `There is no rules file in "${path}".`;
    const but = this.leftOut ? ' What Git ignores was not looked at; "--no-ignore" looks at that, too.' : '';
    return { sources: news.map(({ source }) => source), hasKnown: news.length < found.length, nothing: what + but };
  }

  private *sourcesOf(path: string, stat: ReturnType<typeof statOf> | undefined): Generator<Found> {
    if (stat === undefined) yield { source: { path, size: 0 }, real: path };
    else if (stat instanceof Error) yield { source: { path, size: 0, unreadable: reason(stat) }, real: resolve(path) };
    else if (stat.isDirectory()) {
      const place = { shown: path, real: realOf(path) };
      yield* this.search(place, this.above(place));
    } else yield { source: { path, size: stat.size }, real: realOf(path) };
  }

  /** What stands where patterns say, in alphabetical order. A folder that matches is searched. */
  private *matches(path: string): Generator<Found> {
    for (const { folder, parts } of patternsOf(sep === '/' ? path : path.replaceAll(sep, '/'))) {
      const place = { shown: folder, real: realOf(folder === '' ? '.' : folder) };
      yield* this.within(place, parts, this.above(place));
    }
  }

  private above({ real }: Place): Ignored {
    return this.asksGit ? Ignored.above(real) : Ignored.nothing;
  }

  /** `isDeep`: a `**` came before, so that folders are gone through anyway. */
  private *within(folder: Place, parts: Pattern['parts'], above: Ignored, isDeep = false): Generator<Found> {
    const [part, ...rest] = parts;
    if (part === undefined) return;
    if (part === '**') yield* this.within(folder, rest, above, true);
    const list = this.list(folder, above);
    if ('unreadable' in list) {
      if (!list.isAbsent) yield unreadable(folder, list.unreadable);
      return;
    }
    for (const one of list.entries) {
      if (!isMatch(part === '**' ? '*' : part, one.name)) continue;
      if (one.isFolder && part === '**') yield* this.within(one.place, parts, list.ignored, true);
      else if (one.isFolder && rest.length > 0) yield* this.within(one.place, rest, list.ignored, isDeep);
      else if (one.isFolder && !isDeep) yield* this.search(one.place, list.ignored);
      else if (!one.isFolder && rest.length === 0) yield foundAt(one, { size: sizeOf(one.place) });
    }
  }

  /** Rules files below a folder, by name or by their first line, in alphabetical order. Links to folders are not followed. */
  private *search(folder: Place, above: Ignored): Generator<Found> {
    const list = this.list(folder, above);
    if ('unreadable' in list) {
      yield unreadable(folder, list.unreadable);
      return;
    }
    for (const one of list.entries) {
      const facts = one.isFolder ? undefined : candidate(one.place);
      if (one.isFolder) yield* this.search(one.place, list.ignored);
      else if (facts) yield foundAt(one, facts);
    }
  }

  /** What stands in a folder and is neither Git's own nor left out for it. */
  private list(folder: Place, above: Ignored): Listing {
    let entries: Dirent<Buffer>[];
    try {
      entries = readdirSync(folder.name ?? (folder.shown || '.'), { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      return { unreadable: reason(error), isAbsent: isAbsent(error) };
    }
    const names = new Set(entries.map(({ name }) => name.toString()));
    const ignored = this.asksGit ? above.within(folder.real, names.has('.gitignore'), names.has('.git')) : above;
    const kept: Entry[] = [];
    for (const entry of entries.sort((a, b) => a.name.compare(b.name))) {
      const name = entry.name.toString();
      const isFolder = entry.isDirectory();
      if (isFolder && SKIPPED_FOLDERS.has(name)) continue;
      const place = placeIn(folder, entry.name);
      if (!ignored.has(place.real, isFolder)) kept.push({ place, name, isFolder, isLink: entry.isSymbolicLink() });
      else this.leftOut = true;
    }
    return { entries: kept, ignored };
  }
}

interface Entry {
  readonly place: Place;
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** A folder as it was read, with what is left out in it; or why it cannot be. */
type Listing =
  | { readonly entries: readonly Entry[]; readonly ignored: Ignored }
  | { readonly unreadable: string; readonly isAbsent: boolean };

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
  const place = { shown: join(shown, text), real: below(real, text) };
  if (name === undefined && Buffer.from(text).equals(bytes)) return place;
  const whole = Buffer.concat([name ?? Buffer.from(shown || '.'), SEPARATOR, bytes]);
  return { ...place, name: whole, real: below(real, bytes.toString('latin1')) };
}

function below(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

function foundAt({ place, isLink }: Entry, facts: { readonly size: number; readonly isGuess?: true }): Found {
  const { shown, name, real } = place;
  const source = { path: shown, ...(name && { name }), ...facts };
  return { source, real: isLink ? realOf(name ?? shown) : real };
}

function unreadable({ shown, real }: Place, why: string): Found {
  return { source: { path: shown || '.', size: 0, unreadable: why }, real };
}

/** What is to be known of something in a folder to check it; undefined where it is no rules file. */
function candidate({ shown, name }: Place): { readonly size: number; readonly isGuess?: true } | undefined {
  const isNamed = isRulesFileName(shown.replaceAll('\\', '/'));
  if (isNamed) return { size: sizeOf({ shown, ...(name && { name }) }) };
  const stat = statOf(name ?? shown);
  return !(stat instanceof Error) && stat.isFile() && stat.size <= LARGE
    ? { size: stat.size, isGuess: true }
    : undefined;
}

/** Of what cannot be read it is none; why is told by whoever reads it. */
function sizeOf({ shown, name }: Pick<Place, 'shown' | 'name'>): number {
  const stat = statOf(name ?? shown);
  return stat instanceof Error ? 0 : stat.size;
}

function statOf(path: string | Buffer): Stats | Error {
  try {
    return statSync(path);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

/** The path without links; of what leads nowhere the whole path. */
function realOf(path: string | Buffer): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path.toString());
  }
}
