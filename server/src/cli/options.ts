// The options of a command line, as its words say them; what they mean is the command's.

import type { Backend } from '../vocabulary/schema.ts';

/** The values of `--family` and of `--backend`. */
export const FAMILIES: readonly string[] = ['4', '6', 'auto'];
export const BACKENDS: readonly string[] = ['both', 'nft', 'legacy'];

export function readBackend(word: string | undefined): Backend | 'both' {
  return word === 'nft' || word === 'legacy' ? word : 'both';
}

/** What a command takes. Names without their dashes. */
export interface OptionNames {
  /** Options with a value, and what may stand there; undefined: anything. */
  readonly valued: ReadonlyMap<string, readonly string[] | undefined>;
  /** Options without a value. */
  readonly switches?: ReadonlySet<string>;
  /** Options with a value that may come several times. */
  readonly lists?: ReadonlySet<string>;
  /** Of an option that comes again the last value counts; otherwise that is wrong. */
  readonly lastCounts?: boolean;
}

/** What was given. */
export interface GivenOptions {
  /** By option; of a switch the empty text. */
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
}

/** Where there is nothing to run. */
export type Otherwise =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export type Options = ({ readonly kind: 'given' } & GivenOptions) | Otherwise;

/** Reads words: options as `--name VALUE` or `--name=VALUE`, all else is a path; `-` stands for standard input. */
export function readOptions(
  words: readonly string[],
  { valued, switches, lists: listed, lastCounts = false }: OptionNames,
): Options {
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const paths: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      paths.push(...words.slice(at + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      paths.push(word);
      continue;
    }
    if (word === '--help' || word === '-h') return { kind: 'help' };
    if (word === '--version' || word === '-V') return { kind: 'version' };
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    const name = option.startsWith('--') ? option.slice(2) : '';
    if (switches?.has(name)) {
      values.set(name, '');
      continue;
    }
    const isList = listed?.has(name) === true;
    if (!valued.has(name) && !isList) return wrong(`Unknown option "${option}".`);
    const value = equals < 0 ? words[++at] : word.slice(equals + 1);
    const allowed = valued.get(name);
    if (value === undefined) return wrong(`"${option}" needs a value${allowed ? `: ${allowed.join(', ')}` : ''}.`);
    if (allowed && !allowed.includes(value)) return wrong(`"${option}" takes ${allowed.join(', ')}, not "${value}".`);
    if (isList) lists.set(name, [...(lists.get(name) ?? []), value]);
    else if (values.has(name) && !lastCounts) return wrong(`"${option}" stands twice.`);
    else values.set(name, value);
  }
  return { kind: 'given', values, lists, paths };
}

function wrong(sentence: string): Options {
  return { kind: 'wrong', sentence };
}
