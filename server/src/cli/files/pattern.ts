// Patterns of paths on the command line, for shells that have none and for those that were told to leave them alone.

import { fits } from '../../configuration/glob.ts';

/** Whether a path that names nothing is meant as a pattern. */
export function isPattern(path: string): boolean {
  return /[*?]|\[[^\]]+\]|\{[^{}]*,[^{}]*\}/.test(path);
}

/** Where a pattern begins, and what each name from there on is to be. */
export interface Pattern {
  /** The folder, as it was written; empty for the one that the program runs in. */
  readonly folder: string;
  /** The parts behind it; `**` stands for any number of folders. */
  readonly parts: readonly string[];
}

/** More patterns than these nobody means. */
const MOST = 1024;

/** The patterns that a path stands for: several where it has braces. Slashes separate. */
export function patternsOf(path: string): readonly Pattern[] {
  return withoutBraces([path]).map((one) => {
    const parts = one.split('/');
    const first = parts.findIndex((part) => isPattern(part));
    const names = first < 0 ? parts.length - 1 : first;
    const folder = parts.slice(0, names).join('/');
    const wanted = parts.slice(names).filter((part) => part !== '');
    // Everything below is every name below.
    if (wanted.at(-1) === '**') wanted.push('*');
    return { folder: folder === '' && names > 0 ? '/' : folder, parts: wanted };
  });
}

const BRACES = /\{([^{}]*,[^{}]*)\}/;

/** Each with one of the words of its braces, the innermost first. */
function withoutBraces(paths: readonly string[]): readonly string[] {
  if (!paths.some((path) => BRACES.test(path))) return paths;
  const next = paths.flatMap((path) => {
    const [whole = '', words = ''] = BRACES.exec(path) ?? [];
    return whole === '' ? [path] : words.split(',').map((word) => path.replace(whole, () => word));
  });
  return next.length > MOST ? paths : withoutBraces([...new Set(next)]);
}

/** Whether a name is what a part of a pattern stands for. As in shells, a leading dot is to be written. */
export function isMatch(part: string, name: string): boolean {
  return (part.startsWith('.') || !name.startsWith('.')) && fits(`./${part}`, name);
}
