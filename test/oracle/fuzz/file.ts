// Owns made-up whole files: tables, chain lines, jumps, commands in every order, and what is wrong about a file's frame.
import type { TableName } from '../../../server/src/vocabulary/schema.ts';
import { builtinChains, TABLE_NAMES } from '../../../server/src/vocabulary/tables.ts';
import type { Pool } from './pool.ts';
import type { Random } from './random.ts';
import { makeRule } from './rule.ts';

const USER_CHAINS = ['FOO', 'BAR', 'LOGDROP', 'web-in'] as const;
const PLAIN_RULES = [
  '-i lo -j ACCEPT',
  '-p tcp --dport 22 -j ACCEPT',
  '-s 192.0.2.1 -j RETURN',
  '-j LOG',
  '-s 192.0.2.1,192.0.2.2 -j ACCEPT',
  '-s 192.0.2.1,192.0.2.2 -d 198.51.100.1,198.51.100.2',
  '-m mark --mark 1',
  '-p udp -j ACCEPT',
  '-j ACCEPT',
  '-m owner --uid-owner 0',
  '-p tcp -j REJECT',
  '-p tcp -j DNAT --to-destination 192.0.2.9',
  '-j MASQUERADE',
  '-j MARK --set-mark 1',
  '-j CT --notrack',
  '-j TTL --ttl-set 9',
  '',
] as const;

/** What a table has while its lines are made: enough to aim at what is there and sometimes beside it. */
interface Scene {
  readonly table: TableName;
  readonly random: Random;
  readonly pool: Pool;
  readonly declared: string[];
}

function chainOf({ table, declared, random }: Scene): string {
  if (random.chance(0.02)) return random.pick(['NOSUCH', ...USER_CHAINS]);
  const names = [...builtinChains(table), ...builtinChains(table), ...declared];
  return random.pick(names) ?? 'OUTPUT';
}

function userChain({ declared, random }: Scene): string {
  return declared.length === 0 || random.chance(0.08) ? random.pick(USER_CHAINS) : (random.pick(declared) ?? 'FOO');
}

function ruleBody(scene: Scene): string {
  const { random, pool } = scene;
  if (random.chance(0.4))
    return `${random.pick(['', '-p tcp ', '-i eth0 '])}${random.chance(0.9) ? '-j' : '-g'} ${userChain(scene)}`;
  if (random.chance(0.2)) {
    const made = makeRule(pool, random);
    if (made && made.table === scene.table) return made.words.slice(2).join(' ');
  }
  return random.pick(PLAIN_RULES);
}

const number = (random: Random): string => String(random.pick([1, 1, 1, 2, 2, 3, 4, 0, random.int(1, 9)]));

/** A command that reads or changes chains: what the loader keeps count of. */
function command(scene: Scene): string {
  const { random } = scene;
  const chain = () => chainOf(scene);
  const user = () => userChain(scene);
  const body = () => ruleBody(scene);
  const made = () => random.pick([...USER_CHAINS, 'NEW1', 'NEW2']);
  const forms: readonly (() => string)[] = [
    () => `-N ${made()}`,
    () => `-X ${user()}`,
    () => '-X',
    () => `-F ${chain()}`,
    () => '-F',
    () => `-E ${user()} ${made()}`,
    () => `-I ${chain()} ${body()}`,
    () => `-I ${chain()} ${number(random)} ${body()}`,
    () => `-R ${chain()} ${number(random)} ${body()}`,
    () => `-D ${chain()} ${number(random)}`,
    () => `-D ${chain()} ${body()}`,
    () => `-C ${chain()} ${body()}`,
    () => `-P ${chain()} ${random.pick(['ACCEPT', 'DROP', 'ACCEPT', 'REJECT', 'accept', '-', 'RETURN', user()])}`,
    () =>
      `-P ${random.pick(['INPUT', 'OUTPUT'])} ${random.pick(['ACCEPT', 'DROP'])}${random.chance(0.2) ? ' -c 1 2' : ''}`,
    () => `-Z ${random.pick([chain(), '', `${chain()} ${number(random)}`])}`,
    () => `-L ${random.pick([chain(), '', '-n', '-n -x -v'])}`,
    () => `-S ${random.pick([chain(), '', `${chain()} ${number(random)}`])}`,
    () => `--delete-chain ${user()}`,
    () => `--rename ${user()} ${made()}`,
    () => `--new ${made()}`,
    () => `--flush ${chain()}`,
    () => `--policy ${chain()} DROP`,
  ];
  const form = random.pick(forms)?.() ?? '-F';
  const name = /^(?:-N|--new) (\S+)/.exec(form)?.[1] ?? /^(?:-E|--rename) \S+ (\S+)/.exec(form)?.[1];
  if (name) scene.declared.push(name);
  return form.trimEnd();
}

function lineOf(scene: Scene, orderly: boolean): string {
  const { random } = scene;
  const roll = random.int(0, 39);
  if (roll === 0) return random.pick(['', '# a comment', '#', '#*nat']);
  if (roll === 1) return `[${random.int(0, 99)}:${random.int(0, 9999)}] -A ${chainOf(scene)} -j ACCEPT`;
  if (!orderly && random.chance(0.35)) return command(scene);
  return `-A ${chainOf(scene)} ${ruleBody(scene)}`.trimEnd();
}

function tableLines(table: TableName, pool: Pool, random: Random): string[] {
  const scene: Scene = { table, random, pool, declared: random.some(USER_CHAINS, 3) };
  const builtin = random.chance(0.5) ? builtinChains(table) : [];
  const counters = () =>
    random.chance(0.9) ? ` [${random.int(0, 9)}:${random.int(0, 999)}]` : random.pick(['', ' [0:0] # x']);
  const chains = [
    ...builtin.map((name) => `:${name} ${table === 'nat' ? 'ACCEPT' : random.pick(['ACCEPT', 'DROP'])}${counters()}`),
    ...scene.declared.map((name) => `:${name} -${counters()}`),
  ];
  const orderly = random.chance(0.4);
  const rules = Array.from({ length: random.int(0, 7) }, () => lineOf(scene, orderly));
  return [`*${table}`, ...chains, ...rules, 'COMMIT'];
}

type LineBreakage = (lines: string[], random: Random) => void;

const at = (lines: readonly string[], random: Random): number => random.int(0, lines.length - 1);

/** Lines that hardly anywhere belong. */
const LOOSE_LINES = [
  '*nat',
  '*filter',
  '*FILTER',
  '*',
  '* filter',
  '*filter # c',
  '*nosuch',
  ':',
  ':INPUT',
  ':INPUT ACCEPT',
  ':INPUT DROP [1:2]',
  ':INPUT accept [0:0]',
  ':INPUT REJECT [0:0]',
  ':INPUT - [0:0]',
  ':FOO ACCEPT [0:0]',
  ':FOO',
  ':FOO - [0:0]',
  ': INPUT ACCEPT [0:0]',
  ':FOO - [0:0',
  ':INPUT ACCEPT [0]',
  ':INPUT ACCEPT [a:b]',
  ':-x - [0:0]',
  ':!x - [0:0]',
  ':ACCEPT - [0:0]',
  ':LOG - [0:0]',
  `:${'c'.repeat(28)} - [0:0]`,
  `:${'c'.repeat(29)} - [0:0]`,
  'COMMIT',
  'COMMIT ',
  ' COMMIT',
  'COMMIT # x',
  'commit',
  'COMMITX',
  ' # c',
  ' ',
  '\t',
  'junk',
  '-t nat',
  '-t nat -A INPUT',
  '[1:2]',
  '[] -A INPUT',
  '[1] -A INPUT',
  '[1:2]-A INPUT',
  '[a:b] -A INPUT',
  ' [1:2] -A INPUT',
  '[1:2] COMMIT',
  'iptables -A INPUT -j ACCEPT',
  '-A',
  '-A INPUT -j',
  '-P INPUT',
  '-6 -A INPUT -j ACCEPT',
  '-4 -A INPUT -j ACCEPT',
  '-A INPUT -j DROP; -A INPUT',
  '\u00a0',
  '// x',
  '; x',
  '-A INPUT -h',
  '-V',
  '-A INPUT -j FOO -m comment --comment "',
  '"-A" INPUT',
  '-A INPUT -m comment --comment "a" -j ACCEPT',
  '-w',
  '-v',
  '-n',
  '--line-numbers',
  '-c 1 2',
  '-M x',
  '--exact',
  '--help',
] as const;

const FILES: Readonly<Record<string, LineBreakage>> = {
  'line-removed': (lines, random) => void lines.splice(at(lines, random), 1),
  'line-doubled': (lines, random) => {
    const line = at(lines, random);
    lines.splice(line, 0, lines[line] ?? '');
  },
  'lines-swapped': (lines, random) => {
    const line = random.int(0, lines.length - 2);
    lines.splice(line, 2, lines[line + 1] ?? '', lines[line] ?? '');
  },
  'line-added': (lines, random) => void lines.splice(random.int(0, lines.length), 0, random.pick(LOOSE_LINES)),
  'commit-removed': (lines, random) => {
    const commits = lines.flatMap((line, index) => (line === 'COMMIT' ? [index] : []));
    lines.splice(random.pick(commits) ?? 0, 1);
  },
  'line-indented': (lines, random) => {
    const line = at(lines, random);
    lines[line] = `${random.pick([' ', '  ', '\t'])}${lines[line]}`;
  },
  'line-tail': (lines, random) => {
    const line = at(lines, random);
    lines[line] = `${lines[line]}${random.pick([' ', ' # c', '\t', ' junk', '#', '\r', ' "', ';', ' \\'])}`;
  },
  'line-upper': (lines, random) => {
    const line = at(lines, random);
    lines[line] = (lines[line] ?? '').toUpperCase();
  },
  'line-cut': (lines, random) => {
    const line = at(lines, random);
    lines[line] = (lines[line] ?? '').slice(0, random.int(0, (lines[line] ?? '').length));
  },
  'char-dropped': (lines, random) => {
    const line = at(lines, random);
    const text = lines[line] ?? '';
    const column = random.int(0, text.length);
    lines[line] = text.slice(0, column) + text.slice(column + 1);
  },
  bom: (lines) => {
    lines[0] = `\ufeff${lines[0]}`;
  },
};

/** A file of up to three tables, whole in every second case. */
export function makeFile(pool: Pool, random: Random): { text: string; about: string; breakage: string } {
  const tables = random.chance(0.6) ? ['filter' as const] : random.some(TABLE_NAMES, 3);
  const lines = tables.flatMap((table) => tableLines(table, pool, random));
  if (random.chance(0.1)) lines.unshift('# Generated by hand');
  let breakage = 'whole';
  if (lines.length > 1 && random.chance(0.5)) {
    const [name, change] = random.pick(Object.entries(FILES)) ?? [];
    change?.(lines, random);
    breakage = name ?? 'whole';
  }
  const ending = random.chance(0.02) ? '' : '\n';
  const between = random.chance(0.01) ? '\r\n' : '\n';
  return { text: lines.join(between) + ending, about: 'file', breakage };
}
