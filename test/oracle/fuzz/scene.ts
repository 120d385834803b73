// Owns what a made-up table has while its lines are made: its chains and rules, to aim at and sometimes to miss.
import type { TableName } from '../../../server/src/vocabulary/schema.ts';
import { builtinChains } from '../../../server/src/vocabulary/tables.ts';
import type { Pool } from './pool.ts';
import type { Random } from './random.ts';
import { makeRule, rawWords } from './rule.ts';

export const USER_CHAINS = ['FOO', 'BAR', 'LOGDROP', 'web-in'] as const;
/** A line may make a chain of such a name, which takes the target's place or does not. */
const TARGET_NAMES = ['LOG', 'REJECT', 'MARK', 'DNAT', 'TTL', 'CT', 'MASQUERADE', 'NFLOG', 'QUEUE', 'tcp'] as const;
const ODD_NAMES = [
  '#x',
  'a"b',
  "it's",
  'a=b',
  '=',
  'x!',
  'é',
  'x\\y',
  'x\u00a0y',
  'x\u0001',
  '"q"',
  'x#',
  '1',
  '+',
] as const;
/** Rules that load in every table and chain. */
const TAME_RULES = [
  '-p tcp --dport 22 -j ACCEPT',
  '-s 192.0.2.1 -j RETURN',
  '-s 192.0.2.1,192.0.2.2 -j ACCEPT',
  '-s 192.0.2.1,192.0.2.2 -d 198.51.100.1,198.51.100.2',
  '-m mark --mark 1',
  '-m multiport -p tcp --dports 22,80:90 -j ACCEPT',
  '-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
  '-m limit --limit 5/min -j RETURN',
  '-p udp -j ACCEPT',
  '-j ACCEPT',
  '-j LOG',
  '',
] as const;
const PLAIN_RULES = [
  ...TAME_RULES,
  '-i lo -j ACCEPT',
  '-i lo -j ACCEPT',
  '-j LOG --log-prefix "x: "',
  '-m owner --uid-owner 0',
  '-p tcp -j REJECT',
  '-p tcp -j DNAT --to-destination 192.0.2.9',
  '-j MASQUERADE',
  '-j MARK --set-mark 1',
  '-j CT --notrack',
  '-j TTL --ttl-set 9',
] as const;

export interface Scene {
  readonly table: TableName;
  readonly random: Random;
  readonly pool: Pool;
  readonly declared: string[];
  /** The names of targets that chain lines of this file bear so far, in whichever table. */
  readonly taken: readonly string[];
  /** Its rules load by themselves, so that its commands are what is looked at. */
  readonly tame: boolean;
  /** The rules so far: the chain of each, a blank, and the rest. */
  readonly made: string[];
}

/** Names for the chains of a table, now and then of targets or with characters that no name should have. */
export function chainNames(random: Random): string[] {
  const names: string[] = random.some(USER_CHAINS, 3);
  if (random.chance(0.12)) names.push(random.pick(TARGET_NAMES));
  if (random.chance(0.05)) names.push(random.pick(ODD_NAMES));
  return names;
}

/** Those of these names that are a target's, too. */
export const targetNames = (names: readonly string[]): string[] =>
  names.filter((name) => TARGET_NAMES.some((target) => target === name));

export function newName(random: Random): string {
  if (random.chance(0.03)) return random.pick(random.chance(0.6) ? TARGET_NAMES : ODD_NAMES);
  return random.pick([...USER_CHAINS, 'NEW1', 'NEW2']);
}

export function chainOf({ table, declared, random, tame }: Scene): string {
  if (!tame && random.chance(0.02)) return random.pick(['NOSUCH', ...USER_CHAINS]);
  const names = [...builtinChains(table), ...builtinChains(table), ...declared];
  return random.pick(names) ?? 'OUTPUT';
}

export function userChain({ declared, random, tame }: Scene): string {
  return declared.length === 0 || random.chance(tame ? 0.01 : 0.08)
    ? random.pick(USER_CHAINS)
    : (random.pick(declared) ?? 'FOO');
}

export function ruleBody(scene: Scene): string {
  const { random, pool, tame, declared, taken } = scene;
  const name = random.chance(0.3) ? random.pick(taken) : undefined;
  if (name !== undefined)
    return random.pick([`-j ${name}`, ...PLAIN_RULES.filter((rule) => rule.includes(`-j ${name} `))]);
  if (tame && random.chance(declared.length > 0 ? 0.8 : 1)) return random.pick(TAME_RULES);
  if (random.chance(0.4))
    return `${random.pick(['', '-p tcp ', '-i eth0 '])}${random.chance(0.9) ? '-j' : '-g'} ${userChain(scene)}`;
  if (random.chance(0.2)) {
    const made = makeRule(pool, random);
    if (made && made.table === scene.table) return made.words.slice(2).join(' ');
  }
  return random.pick(PLAIN_RULES);
}

/** A rule as -A takes it, kept so that later lines can speak of it. */
export function newRule(scene: Scene): string {
  const rule = `${chainOf(scene)} ${ruleBody(scene)}`.trimEnd();
  scene.made.push(rule);
  return rule;
}

const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/-p tcp/, '-p 6'],
  [/-p tcp/, '-m tcp -p tcp'],
  [/-p tcp --dport/, '-p tcp -m tcp --dport'],
  [/--dport 22/, '--dport ssh'],
  [/--dport 22/, '--dport 22:22'],
  [/--dport 22/, '--dport :'],
  [/--dports 22/, '--dports ssh'],
  [/192\.0\.2\.1\b/, '192.0.2.1/32'],
  [/192\.0\.2\.1\b/, '192.0.2.1/255.255.255.255'],
  [/192\.0\.2\.1\b/, '192.0.2.1/24'],
  [/-i lo/, '-i lo+'],
  [/-i lo/, '-i +'],
  [/-i lo/, '--in-interface lo'],
  [/-j ACCEPT/, '--jump ACCEPT'],
  [/-j ACCEPT/, '-j DROP'],
  [/-j ACCEPT/, ''],
  [/RELATED,ESTABLISHED/, 'ESTABLISHED,RELATED'],
  [/-m conntrack --ctstate/, '-m state --state'],
  [/--mark 1\b/, '--mark 0x1'],
  [/--mark 1\b/, '--mark 0x1/0xffffffff'],
  [/--set-mark 1\b/, '--set-xmark 0x1/0xffffffff'],
  [/5\/min/, '5/minute'],
  [/5\/min/, '300/hour'],
  [/5\/min/, '5/min --limit-burst 5'],
  [/-j LOG$/, '-j LOG --log-level 4'],
  [/-j LOG$/, '-j LOG --log-level warning'],
  [/-j REJECT/, '-j REJECT --reject-with icmp-port-unreachable'],
  [/--uid-owner 0/, '--uid-owner root'],
  [/--dport /, '--destination-port '],
  [/ -j /, ' -m comment --comment x -j '],
  [/ -j /, ' -g '],
  [/^/, '-p all '],
  [/^/, '-s 0.0.0.0/0 '],
  [/^/, '-c 3 4 '],
  [/$/, ' -v'],
];

/** The same in other words for the most part, at times something else: loaders compare what the kernel keeps. */
function retold(body: string, random: Random): string {
  const fitting = OTHER_WORDS.filter(([words]) => words.test(body));
  const [words, instead] = random.pick(fitting) ?? [/^/, ''];
  if (random.chance(0.75)) return body.replace(words, instead);
  const all = rawWords(body);
  const at = random.int(0, all.length - 1);
  return (random.chance(0.5) ? all.toSpliced(at, 1) : [...all.slice(at), ...all.slice(0, at)]).join(' ');
}

/** A rule that an earlier line made, or one like it, or any. */
export function earlierRule(scene: Scene): string {
  const { made, random } = scene;
  const rule = random.chance(0.75) ? random.pick(made) : undefined;
  if (rule === undefined) return `${chainOf(scene)} ${ruleBody(scene)}`.trimEnd();
  const [chain = '', ...body] = rule.split(' ');
  if (random.chance(0.5)) return rule;
  return `${random.chance(0.9) ? chain : chainOf(scene)} ${retold(body.join(' '), random)}`.trimEnd();
}
