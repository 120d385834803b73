// Made-up rulesets: tables, chains that lead to each other, rules that overlap, out of a seed.

import type { Backend, Family, TableName } from '../../../server/src/vocabulary/schema.ts';
import { builtinChains } from '../../../server/src/vocabulary/tables.ts';
import { Random } from '../fuzz/random.ts';
import { BESIDE, OF_PROTOCOL, type Scene } from './matches.ts';
import { NAT_FROM, NAT_NETWORKS, NAT_TO } from './values.ts';

export interface Ruleset {
  /** `seed:number`; the same ruleset again on any machine. */
  readonly id: string;
  readonly family: Family;
  readonly backend: Backend;
  readonly text: string;
  readonly loose: 0 | 1;
}

const OWN_CHAINS: readonly string[] = ['web', 'DOS', 'zone.wan', 'chk-tcp'];
/** Which tables a ruleset has. */
const TABLES: readonly (readonly TableName[])[] = [
  ['filter'],
  ['filter'],
  ['filter'],
  ['filter', 'nat'],
  ['filter', 'nat'],
  ['mangle', 'filter'],
  ['raw', 'filter'],
  ['raw', 'mangle', 'nat', 'filter', 'security'],
  ['raw', 'mangle', 'nat', 'filter'],
];

type Make = (scene: Scene) => string;

function rejectOf({ random, family }: Scene): string {
  const kinds = {
    4: ['icmp-host-prohibited', 'icmp-port-unreachable'],
    6: ['icmp6-adm-prohibited', 'icmp6-no-route'],
  } as const;
  return random.chance(0.5) ? '-j REJECT' : `-j REJECT --reject-with ${random.pick(kinds[family])}`;
}

const setMark: Make = ({ random }) =>
  `-j MARK ${random.pick(['--set-mark 0x1', '--set-xmark 0x2/0x3', '--or-mark 0x2', '--and-mark 0x1', '--xor-mark 0x3'])}`;
const connectionMark: Make = ({ random }) =>
  `-j CONNMARK ${random.pick(['--set-mark 0x1', '--save-mark', '--restore-mark'])}`;
const log: Make = ({ random }) =>
  random.pick(['-j LOG', '-j LOG --log-prefix "two words "', '-j NFLOG --nflog-group 30']);
const rewriteField: Make = ({ random, family }) =>
  random.pick([
    `-j DSCP --set-dscp ${random.pick(['0x08', '0x2e'])}`,
    `-j TOS --set-tos ${random.pick(['0x10', '0x08/0x3f'])}`,
    family === 4
      ? `-j TTL --ttl-${random.pick(['set 7', 'inc 1', 'dec 1', 'set 2'])}`
      : `-j HL --hl-${random.pick(['set 7', 'inc 1', 'dec 1', 'set 2'])}`,
  ]);
const untrack: Make = ({ random }) => random.pick(['-j CT --notrack', '-j NOTRACK']);

/** Ends and side effects of each table, beside jumps. */
const TARGETS: Readonly<Record<TableName, readonly Make[]>> = {
  filter: [() => '-j DROP', rejectOf, log, setMark],
  security: [() => '-j DROP', log],
  mangle: [setMark, setMark, rewriteField, rewriteField, () => '-j DROP'],
  raw: [() => '-j DROP', setMark, log],
  nat: [log, setMark],
};
const HIDING: Readonly<Partial<Record<TableName, readonly Make[]>>> = {
  filter: [connectionMark],
  mangle: [connectionMark],
  raw: [untrack, untrack],
};

function natTarget({ random, family, chain }: Scene, asksPorts: boolean): string | undefined {
  const at = (address: string, port: string) =>
    asksPorts && random.chance(0.5) ? (family === 6 ? `[${address}]:${port}` : `${address}:${port}`) : address;
  if (chain === 'PREROUTING' || chain === 'OUTPUT')
    return random.pick([
      `-j DNAT --to-destination ${at(random.pick(NAT_TO[family]), '8080')}`,
      `-j REDIRECT${asksPorts ? ' --to-ports 8080' : ''}`,
      `-j NETMAP --to ${random.pick(NAT_NETWORKS[family])}`,
    ]);
  if (chain === 'POSTROUTING' && random.chance(0.4))
    return `-j MASQUERADE${asksPorts && random.chance(0.3) ? ' --to-ports 4000' : ''}`;
  if (chain === 'POSTROUTING' || chain === 'INPUT')
    return `-j SNAT --to-source ${at(random.pick(NAT_FROM[family]), '4000')}`;
  return undefined;
}

/** Matches of a rule, and whether ports can be written: only where -p says tcp or udp. */
function matchesOf(scene: Scene): string[] {
  const { random } = scene;
  const not = (share: number) => (random.chance(share) ? '! ' : '');
  const fitting = BESIDE.filter(({ fits }) => fits?.(scene) ?? true).flatMap((one) => Array(one.weight).fill(one.make));
  const found = random.chance(0.6) ? [random.pick(OF_PROTOCOL.slice())?.(scene, not(0.2)) ?? ''] : [];
  const chosen = new Set<(typeof BESIDE)[number]['make']>();
  for (let left = random.pick([0, 0, 1, 1, 1, 1, 2, 2, 3]); left > 0; left--) chosen.add(random.pick(fitting));
  const all = [...found, ...[...chosen].map((make) => make(scene, not(0.2)))];
  // The loaders take no list of addresses beside a `!` before another.
  const isOne = all.some((one) => /^! -[sd]/.test(one));
  return isOne ? all.map((one) => (/^-[sd] /.test(one) ? one.replace(/,.*/, '') : one)) : all;
}

function rule(scene: Scene, later: readonly string[]): string {
  const { random, table, chain } = scene;
  const matches = matchesOf(scene);
  const hasPorts = matches.some((one) => /^-p (tcp|udp)\b/.test(one));
  const nat = table === 'nat' && random.chance(0.7) ? natTarget(scene, hasPorts) : undefined;
  const callee = random.pick(later);
  const jump = callee !== undefined && random.chance(0.4) ? `${random.pick(['-j', '-j', '-g'])} ${callee}` : undefined;
  const hiding = (scene.hidesState && HIDING[table]) || [];
  const goesOn: Make = () => '';
  const ends: readonly [Make, ...Make[]] = [
    () => '-j ACCEPT',
    () => '-j RETURN',
    goesOn,
    goesOn,
    ...TARGETS[table],
    ...hiding,
  ];
  const end = random.pick(ends);
  const target = nat ?? jump ?? end(scene);
  return ['-A', chain, ...matches, target].filter((part) => part !== '').join(' ');
}

function table(scene: Omit<Scene, 'chain'>): string[] {
  const { random, table: name } = scene;
  const own = OWN_CHAINS.slice(0, random.int(1, OWN_CHAINS.length));
  const drops = name === 'filter' ? 0.3 : name === 'nat' ? 0 : 0.08;
  const builtin = builtinChains(name);
  // Packets come to the built-in chains first.
  const chains = [...builtin, ...builtin, ...own];
  const rules = Array.from({ length: random.int(4, name === 'filter' ? 30 : 16) }, () => {
    const chain = random.pick(chains) ?? 'OUTPUT';
    // A chain leads to later ones alone, so there is no circle.
    return rule({ ...scene, chain }, own.slice(own.indexOf(chain) + 1));
  });
  return [
    `*${name}`,
    ...builtin.map((chain) => `:${chain} ${random.chance(drops) ? 'DROP' : 'ACCEPT'} [0:0]`),
    ...own.map((chain) => `:${chain} - [0:0]`),
    ...rules,
    'COMMIT',
  ];
}

/** Ruleset `number` of a seed. `hasSets`: rules may ask for sets. */
export function makeRuleset(seed: string, number: number, hasSets: boolean): Ruleset {
  const id = `${seed}:${number}`;
  const random = new Random(`rules:${id}`);
  const family: Family = random.chance(0.6) ? 4 : 6;
  const tables = random.pick(TABLES) ?? [];
  const hidesState = random.chance(0.3);
  const made = tables.flatMap((name) => table({ random, family, table: name, hasSets, hidesState }));
  return {
    id,
    family,
    backend: random.pick(['legacy', 'nft']),
    text: `${made.join('\n')}\n`,
    loose: random.chance(0.8) ? 1 : 0,
  };
}
