// Reads the words of a command line; what they mean is the command's.

import { nearest } from '../../vocabulary/nearest.ts';
import { type CommandLine, choicesOf, type Option, optionsOf } from './command-line.ts';

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
export function readOptions(words: readonly string[], line: CommandLine): Options {
  const byName = new Map(optionsOf(line).map((option) => [option.name, option]));
  const byLetter = new Map(optionsOf(line).map((option) => [option.letter, option]));
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
    const equals = word.indexOf('=');
    const said = equals < 0 ? word : word.slice(0, equals);
    const option = said.startsWith('--') ? byName.get(said.slice(2)) : byLetter.get(said.slice(1));
    if (!option) return wrong(unknown(said, byName));
    const { name } = option;
    if (name === 'help' || name === 'version') return { kind: name };
    if (option.value === undefined) {
      if (equals >= 0) return wrong(`"${said}" takes no value.`);
      values.set(name, '');
      continue;
    }
    const value = equals < 0 ? words[++at] : word.slice(equals + 1);
    const fault = faultOf(said, value, option);
    if (value === undefined || fault !== undefined) return wrong(fault ?? '');
    if (option.isList) lists.set(name, [...(lists.get(name) ?? []), value]);
    else if (values.has(name) && !line.lastCounts) return wrong(`"${said}" stands twice.`);
    else values.set(name, value);
  }
  return { kind: 'given', values, lists, paths };
}

/** What is wrong with the value of an option. */
function faultOf(said: string, value: string | undefined, option: Option): string | undefined {
  const choices = choicesOf(option);
  if (value === undefined) return `"${said}" needs a value${choices ? `: ${choices.join(', ')}` : ''}.`;
  if (choices && !choices.includes(value)) return `"${said}" takes ${choices.join(', ')}, not "${value}".`;
  return undefined;
}

function unknown(said: string, byName: ReadonlyMap<string, Option>): string {
  const [near] = nearest(said.replace(/^-+/, ''), byName.keys());
  return `Unknown option "${said}".${near === undefined ? '' : ` Did you mean "--${near}"?`}`;
}

function wrong(sentence: string): Options {
  return { kind: 'wrong', sentence };
}
