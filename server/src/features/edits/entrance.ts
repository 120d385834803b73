// The ways in that a table has already for a port: which rules accept it, from where, and whether each is about it alone.

import type { Conditions } from '../../analysis/conditions.ts';
import { AXES } from '../../analysis/dimensions.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { asWanted, onAxis } from './cover.ts';
import type { BlockOutline, ChainOutline } from './outline.ts';
import { wantedRule } from './rule-insertion.ts';
import { reachedLines } from './spots.ts';

/** An accepting rule that new connections to a port can reach from INPUT. */
export interface Entrance {
  readonly line: number;
  /** What the jumps to its chain ask; undefined for a rule of INPUT. */
  readonly path: Conditions | undefined;
  /** What it asks together with them. */
  readonly conditions: Conditions;
  /** It takes this port and no other. */
  readonly isExact: boolean;
  /** Every address may come in, as far as anybody knows: no set, no mark and no list asks who it is. */
  readonly isOpen: boolean;
  /** It asks more than addresses, ports and how often: whom that lets in nobody knows. */
  readonly isDoubtful: boolean;
  /** Only packets to this machine come to it. */
  readonly isOwn: boolean;
}

interface Path {
  readonly names: readonly string[];
  readonly conditions: Conditions | undefined;
}

/** Matches that hold back a part of the packets whoever sent them. */
const LIMITS: ReadonlySet<string> = new Set([
  'limit',
  'hashlimit',
  'connlimit',
  'recent',
  'statistic',
  'quota',
  'time',
]);

/** How many rules are looked at in a step. */
const RULES_AT_A_STEP = 256;

/** New connections to a port. */
export function connectionsTo(block: BlockOutline, port: number, family: Family): Conditions {
  const { rule } = wantedRule(`-A INPUT -p tcp -m tcp --dport ${port} -j ACCEPT`, block, family);
  return asWanted(rule.conditions);
}

/** The entrances of a port in the order in which packets meet them; not those for the machine itself (`-i lo`). */
export function* entrancesOf(block: BlockOutline, port: number, family: Family): Steps<readonly Entrance[]> {
  const found: Entrance[] = [];
  const start = { names: ['INPUT'], conditions: undefined };
  yield* collect(block, block.chain('INPUT'), start, { port, asked: connectionsTo(block, port, family) }, found);
  return found;
}

interface Asked {
  readonly port: number;
  readonly asked: Conditions;
}

function* collect(
  block: BlockOutline,
  chain: ChainOutline,
  path: Path,
  question: Asked,
  found: Entrance[],
): Steps<void> {
  for (const [at, line] of reachedLines(block, chain).entries()) {
    if (at % RULES_AT_A_STEP === 0) yield;
    const rule = block.rule(line);
    if (rule.isDoubtful) continue;
    const { verdict } = rule;
    const conditions = path.conditions ? rule.conditions.intersect(path.conditions) : rule.conditions;
    if (!conditions?.intersects(question.asked) || isLoopback(conditions)) continue;
    if (verdict.kind === 'accept') found.push(entranceAt(block, chain, { line, path, conditions }, question));
    else if (verdict.kind === 'jump' || verdict.kind === 'goto') {
      const callee = path.names.includes(verdict.name) ? undefined : block.findChain(verdict.name);
      if (callee) yield* collect(block, callee, { names: [...path.names, callee.name], conditions }, question, found);
    }
  }
}

function entranceAt(
  block: BlockOutline,
  chain: ChainOutline,
  { line, path, conditions }: { readonly line: number; readonly path: Path; readonly conditions: Conditions },
  { port, asked }: Asked,
): Entrance {
  const { source, protocol, destinationPort } = AXES[conditions.family];
  const isExact =
    onAxis(conditions, destinationPort).equals(destinationPort.point(port)) &&
    onAxis(conditions, protocol).equals(onAxis(asked, protocol));
  const clear = conditions.boxes.filter(({ literals }) => literals.every(({ match }) => LIMITS.has(match)));
  const isOpen = clear.some((box) => box.on(source).isEverything);
  const isDoubtful = clear.length === 0;
  const isOwn = chain.name === 'INPUT' || block.isReachedOnlyFrom(chain.name, 'INPUT');
  return { line, path: path.conditions, conditions, isExact, isOpen, isDoubtful, isOwn };
}

function isLoopback(conditions: Conditions): boolean {
  const { inputInterface } = AXES[conditions.family];
  return onAxis(conditions, inputInterface).equals(inputInterface.point('lo'));
}
