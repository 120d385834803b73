// What IPv4 and IPv6 call by different names, such as ICMP and its types, and what only one of them has.

import { ICMP_TYPES } from '../../vocabulary/icmp-types.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { type Edit, type Fix, type Fixer, replaceColumns } from '../fix.ts';
import { type RuleLine, ruleLine } from './rule-line.ts';

/** Pairs of words that say the same, IPv4 first. */
const WORDS: readonly (readonly [v4: string, v6: string])[] = [
  ['--icmp-type', '--icmpv6-type'],
  ['icmp-port-unreachable', 'icmp6-port-unreachable'],
  ['icmp-admin-prohibited', 'icmp6-adm-prohibited'],
  ['icmp-net-unreachable', 'icmp6-no-route'],
  ['icmp-host-unreachable', 'icmp6-addr-unreachable'],
  ['icmp-net-prohibited', 'icmp6-policy-fail'],
  ['icmp-host-prohibited', 'icmp6-adm-prohibited'],
  ['icmp-proto-unreachable', 'icmp6-port-unreachable'],
  ['--ttl-eq', '--hl-eq'],
  ['--ttl-lt', '--hl-lt'],
  ['--ttl-gt', '--hl-gt'],
  ['--ttl-set', '--hl-set'],
  ['--ttl-inc', '--hl-inc'],
  ['--ttl-dec', '--hl-dec'],
];
const MATCHES: readonly (readonly [v4: string, v6: string])[] = [
  ['icmp', 'icmp6'],
  ['ttl', 'hl'],
];
/** ICMP types under another name, as far as both families have them. */
const TYPES: readonly (readonly [v4: string, v6: string])[] = [
  ['fragmentation-needed', 'packet-too-big'],
  ['network-unreachable', 'no-route'],
  ['host-unreachable', 'address-unreachable'],
  ['ip-header-bad', 'bad-header'],
];
const V6_ICMP: ReadonlySet<string> = new Set(['icmpv6', 'ipv6-icmp', 'icmp6', '58']);

/** The same rule in the words of the file's family; nothing where a word has no counterpart. */
export const writeForFamily: Fixer = (file, { line }) => {
  const rule = ruleLine(file, line);
  const { family } = rule.reading;
  const edits: Edit[] = [];
  for (let word = 0; word < rule.reading.words.length; word++) {
    const text = rule.word(word);
    const better = counterpart(rule, word, text, family);
    if (better !== undefined && better !== text) edits.push(rule.replace(rule.reading.columns(word), better));
  }
  return edits.length === 0 ? [] : [{ title: `Write it for IPv${family}`, edits, preferred: true }];
};

function counterpart(rule: RuleLine, word: number, text: string, family: Family): string | undefined {
  const before = rule.word(word - 1);
  if (word === rule.reading.option('p')?.values[0]?.word) {
    const name = text.toLowerCase();
    if (family === 4) return V6_ICMP.has(name) ? 'icmp' : undefined;
    return name === 'icmp' || name === '1' ? 'ipv6-icmp' : undefined;
  }
  if (before === '-m' || before === '--match') return swapped(MATCHES, V6_ICMP.has(text) ? 'icmp6' : text, family);
  if (before === '-j' || before === '--jump') return swapped([['TTL', 'HL']], text, family);
  if (before === '--icmp-type' || before === '--icmpv6-type') return typeFor(text, family);
  return swapped(WORDS, text, family);
}

/** The other family's word as this family says it. */
function swapped(
  pairs: readonly (readonly [v4: string, v6: string])[],
  text: string,
  family: Family,
): string | undefined {
  const [of, to] = family === 4 ? ([1, 0] as const) : ([0, 1] as const);
  return pairs.find((pair) => pair[of] === text)?.[to];
}

function typeFor(text: string, family: Family): string | undefined {
  const own = (entry: { readonly family: Family; readonly name: string; readonly aliases: readonly string[] }) =>
    entry.family === family && (entry.name === text || entry.aliases.includes(text));
  return ICMP_TYPES.some(own) ? undefined : swapped(TYPES, text, family);
}

/** True for an address, with a mask or a port or in a range, of the family that the file is not for. */
export function isOfOther(address: string, family: Family): boolean {
  return family === 4 ? /^\[?[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*/.test(address) : /^\d+(?:\.\d+){3}/.test(address);
}

/** A value of the other family, or a list of such values: the line is then for the other program alone. */
export function skipForFamily(rule: RuleLine, text: string): Fix[] {
  const { family, commandWord, words } = rule.reading;
  if (commandWord < 0 || !text.split(',').every((address) => isOfOther(address, family))) return [];
  return [skipFor(rule, words[0]?.start ?? 0)];
}

function skipFor({ reading, line }: RuleLine, at: number): Fix {
  const other = reading.family === 4 ? 6 : 4;
  const title = `Add -${other} so that the line is only for IPv${other}`;
  return { title, edits: [replaceColumns(line, at, at, `-${other} `)] };
}

/** An extension or option that only the other family has: its counterpart, or the line for the other family alone. */
export const writeOrSkip: Fixer = (file, finding) => {
  const rule = ruleLine(file, finding.line);
  const at = rule.reading.words[0]?.start ?? 0;
  return [...writeForFamily(file, finding), ...(rule.reading.commandWord < 0 ? [] : [skipFor(rule, at)])];
};
