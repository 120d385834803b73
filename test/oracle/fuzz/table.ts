// Owns made-up tables: their chain lines, their rules and commands, and chains that lead down deep.
import type { TableName } from '../../../server/src/vocabulary/schema.ts';
import { builtinChains } from '../../../server/src/vocabulary/tables.ts';
import { command, countedRule, sequence } from './commands.ts';
import type { Pool } from './pool.ts';
import type { Random } from './random.ts';
import { chainNames, chainOf, newRule, type Scene, targetNames } from './scene.ts';
import { withOddCharacter } from './values/characters.ts';

function linesOf(scene: Scene, orderly: boolean): string[] {
  const { random } = scene;
  const roll = random.int(0, 39);
  if (roll === 0) return [random.pick(['', '# a comment', '#', '#*nat'])];
  if (roll === 1) return [`[${random.int(0, 99)}:${random.int(0, 9999)}] -A ${chainOf(scene)} -j ACCEPT`];
  if (roll === 2) return [countedRule(scene)];
  if (roll === 3 && random.chance(0.3)) return [withOddCharacter(`-A ${newRule(scene)}`, random)];
  if (scene.tame && random.chance(0.15)) return sequence(scene);
  if (!orderly && random.chance(0.35)) return random.chance(0.2) ? sequence(scene) : [command(scene)];
  return [`-A ${newRule(scene)}`];
}

/** Chains that jump each to the next, as deep as nft allows or deeper, with a way in and at times a short cut. */
function ladder({ table, random }: Scene): { chains: string[]; rules: string[] } {
  const depth = random.pick([10, 13, 14, 14, 15, 15, 16, 17, 20]);
  const chains = Array.from({ length: depth }, (_, step) => `D${step + 1}`);
  const jump = (from: string, to: string) =>
    `-A ${from} ${random.pick(['', '', '-p tcp ', '-i lo '])}${random.chance(0.93) ? '-j' : '-g'} ${to}`;
  const rules = chains.slice(1).map((to, step) => jump(chains[step] ?? '', to));
  if (random.chance(0.85))
    rules.push(jump(random.pick(builtinChains(table)) ?? 'OUTPUT', random.pick(chains.slice(0, 2)) ?? 'D1'));
  for (let more = random.int(0, 3); more > 0; more--) {
    const from = random.int(0, depth - 1);
    const to = random.chance(0.05) ? random.int(0, depth - 1) : random.int(Math.min(from + 1, depth - 1), depth - 1);
    if (to !== from) rules.push(jump(chains[from] ?? '', chains[to] ?? ''));
  }
  if (random.chance(0.3)) rules.push(`-A D${depth} -j ${random.pick(['ACCEPT', 'RETURN', 'LOG'])}`);
  if (random.chance(0.1)) rules.push(random.pick(['-F D5', '-D D3 1', '-X D7', '-F']));
  return { chains, rules: random.chance(0.3) ? rules.toReversed() : rules };
}

/** The lines of one table, from `*table` to COMMIT. `taken`: see Scene; what this table takes is added. */
export function tableLines(table: TableName, pool: Pool, random: Random, taken: string[]): string[] {
  const declared = chainNames(random);
  taken.push(...targetNames(declared));
  const scene: Scene = { table, random, pool, declared, taken, tame: random.chance(0.4), made: [] };
  const builtin = random.chance(0.5) ? builtinChains(table) : [];
  const deep = random.chance(0.08) ? ladder(scene) : { chains: [], rules: [] };
  const counters = () =>
    random.chance(0.9) ? ` [${random.int(0, 9)}:${random.int(0, 999)}]` : random.pick(['', ' [0:0] # x']);
  const chains = [
    ...builtin.map((name) => `:${name} ${table === 'nat' ? 'ACCEPT' : random.pick(['ACCEPT', 'DROP'])}${counters()}`),
    ...[...scene.declared, ...deep.chains].map((name) => `:${name} -${counters()}`),
  ];
  const orderly = random.chance(0.4);
  const rules = Array.from({ length: random.int(0, 7) }, () => linesOf(scene, orderly)).flat();
  return [`*${table}`, ...chains, ...deep.rules, ...rules, 'COMMIT'];
}
