// Hovers of the options that iptables itself knows: commands, conditions, -m, -j and the rest.

import { GENERIC_OPTIONS, type GenericOption, type GenericRole } from '../../vocabulary/generic-options.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { valueFacts } from './extension.ts';
import { code, fact, render, titled } from './page.ts';
import { list } from './prose.ts';
import { placeholder } from './syntax.ts';

const ROLES: Readonly<Record<GenericRole, string>> = {
  command: 'command',
  condition: 'condition',
  load: 'loads a match',
  target: 'what happens',
  counters: 'counters',
  listing: 'for listing',
  outside: 'for the command line',
  family: 'family',
  end: 'ends the file',
};

/** Examples that load, for options whose own entry has none or one of the other family. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['C', '-A INPUT -i lo -j ACCEPT\n-C INPUT -i lo -j ACCEPT'],
  ['D', '-A INPUT -i lo -j ACCEPT\n-D INPUT 1'],
  ['E', ':services - [0:0]\n-E services allowed'],
  ['F', '-F INPUT'],
  ['L', '-L INPUT'],
  ['N', '-N services\n-A INPUT -p tcp -j services'],
  ['R', '-A INPUT -i lo -j ACCEPT\n-R INPUT 1 -i lo -m comment --comment "loopback" -j ACCEPT'],
  ['S', '-S INPUT'],
  ['X', ':services - [0:0]\n-X services'],
  ['Z', ':INPUT ACCEPT [0:0]\n-Z INPUT'],
  ['g', ':services - [0:0]\n-A INPUT -p tcp -g services'],
  ['v', '-v -A INPUT -i lo -j ACCEPT'],
  ['n', '-L INPUT -n'],
  ['x', '-L INPUT -x'],
  ['--line-numbers', '-L INPUT --line-numbers'],
  ['4', '-4 -A INPUT -s 192.0.2.1 -j ACCEPT'],
  ['6', '-6 -A INPUT -s 2001:db8::1 -j ACCEPT'],
]);

/** What the nft back end does otherwise. Source: runs of 1.8.9, where -R of a rule of the same file crashes. */
const WITH_NFT: ReadonlyMap<string, string> = new Map([
  ['E', 'the chain must be in the kernel already, and the file be loaded with `--noflush`'],
  ['R', 'the rule must be in the kernel already, and the file be loaded with `--noflush`'],
]);

const EXAMPLES6: ReadonlyMap<string, string> = new Map([
  ['s', '-A INPUT -s 2001:db8::/32 -p tcp --dport 22 -j ACCEPT'],
  ['d', '-A OUTPUT -d 2001:db8::7 -j ACCEPT'],
  ['j', '-A INPUT -p ipv6-icmp -j ACCEPT'],
  ['f', '-A INPUT -m frag --fragmore -j DROP'],
]);

/** The options that are the same option: those that share a letter, in the order in which iptables has them. */
function spellings({ name, letter }: GenericOption): readonly GenericOption[] {
  return GENERIC_OPTIONS.filter((other) => (letter === undefined ? other.name === name : other.letter === letter));
}

/** An example that loads in a file of this family; undefined where none can, as for `-t`. */
export function genericExample(option: GenericOption, family: Family): string | undefined {
  const key = option.letter ?? option.name;
  const own = spellings(option).find(({ example }) => example !== undefined)?.example;
  return (family === 6 ? EXAMPLES6.get(key) : undefined) ?? own ?? EXAMPLES.get(key);
}

/** `[!] -s, --source, --src address[/mask][,…]` */
export function genericSyntax(option: GenericOption): string {
  const names = spellings(option).map(({ name }) => name);
  const words = option.letter === undefined ? names : [`-${option.letter}`, ...names];
  const values = option.values.map((value) => ` ${option.role === 'command' ? 'chain' : placeholder(value)}`);
  const rest = OPERANDS.get(option.letter ?? '') ?? '';
  return `${option.negatable ? '[!] ' : ''}${words.join(', ')}${values.join('')}${rest}`;
}

/** What may follow the value of a command. */
const OPERANDS: ReadonlyMap<string, string> = new Map([
  ['A', ' rule'],
  ['C', ' rule'],
  ['D', ' rule|number'],
  ['I', ' [number] rule'],
  ['R', ' number rule'],
  ['E', ' new-name'],
  ['P', ' policy'],
  ['L', ' [chain [number]]'],
  ['S', ' [chain [number]]'],
  ['Z', ' [chain [number]]'],
  ['F', ' [chain]'],
  ['X', ' [chain]'],
  ['c', ' bytes'],
]);

/** The page of a generic option. */
export function genericPage(option: GenericOption, family: Family): string {
  const full = spellings(option).find(({ detail }) => detail !== undefined) ?? option;
  return render({
    title: titled(genericSyntax(option), ROLES[option.role]),
    paragraphs: [option.summary, option.detail ?? full.detail],
    facts: [
      ...valueFacts(option, family),
      fact('Negation', option.negatable ? `${code(`! ${shortest(option)}`)} matches every other packet` : undefined),
      fact('The same', sameAs(option)),
      fact('With nft', WITH_NFT.get(option.letter ?? '')),
      fact('Family', option.letter === 'f' ? 'IPv4 only' : undefined),
    ],
    example: genericExample(option, family),
    source: 'iptables(8); a run of iptables 1.8.9 and 1.8.11',
  });
}

/** The option as people write it most: `-s`. */
export function shortest({ name, letter }: GenericOption): string {
  return letter === undefined ? name : `-${letter}`;
}

function sameAs(option: GenericOption): string | undefined {
  const others = spellings(option).filter(({ name }) => name !== option.name);
  return others.length === 0
    ? undefined
    : list(
        others.map(({ name }) => code(name)),
        'or',
      );
}
