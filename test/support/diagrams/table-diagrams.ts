// Owns the exact sets of packets that get to each rule of a table: every chain is gone through once, with all packets.

import { Jump } from '../../../server/src/ruleset/command.ts';
import type { Rule } from '../../../server/src/ruleset/rule.ts';
import type { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../../../server/src/ruleset/table-block.ts';
import { ALL, type Diagram, NONE } from './diagrams.ts';
import { PacketBits } from './packet-bits.ts';
import { type Asked, interfacesOf, isUnreadable, RuleBits } from './rule-bits.ts';

export type Way = 'ends' | 'returns' | 'goes' | 'calls' | 'passes' | 'unknown';

export interface Row extends Asked {
  readonly line: number;
  readonly way: Way;
  /** Of `goes` and `calls` the chain. */
  readonly callee: string;
  /** Of `ends` what becomes of the packet: the target and its words. */
  readonly verdict: string;
  /** A packet that meets the rule leaves a trace of its own: in a log, in its mark, in what a match counts. */
  readonly leavesTrace: boolean;
}

/** What becomes of packets that go through a chain, whatever they met before. */
interface Passage {
  /** Those that get to each row and match. */
  readonly met: readonly Diagram[];
  /** Those that come back to who called. */
  readonly back: Diagram;
}

/** Of a chain in a table without loops. */
export interface ChainDiagrams {
  readonly name: string;
  readonly isBuiltin: boolean;
  readonly rows: readonly Row[];
  /** The packets that come to the chain. */
  readonly entering: Diagram;
  /** Those that the hooks from which jumps lead there let in. */
  readonly hooks: Diagram;
  /** The packets that get to each row and match. */
  readonly met: readonly Diagram[];
}

/** By built-in chains: whether a packet has an interface by which it came in, and one by which it goes out. */
const INTERFACES: Readonly<Record<string, readonly [input: boolean | undefined, output: boolean | undefined]>> = {
  PREROUTING: [true, false],
  INPUT: [true, false],
  FORWARD: [true, true],
  OUTPUT: [false, true],
  POSTROUTING: [undefined, true],
};

/** What targets write, by the matches that read it. */
const REWRITES: Readonly<Record<string, string>> = {
  MARK: 'mark connmark policy socket rpfilter',
  CONNMARK: 'mark connmark policy socket rpfilter',
  CT: 'conntrack state helper connlabel connmark',
  NOTRACK: 'conntrack state helper connlabel connmark',
  TOS: 'tos dscp ecn u32 bpf',
  DSCP: 'tos dscp ecn u32 bpf',
  ECN: 'tos dscp ecn u32 bpf',
  TTL: 'ttl hl u32 bpf',
  HL: 'ttl hl u32 bpf',
  SET: 'set',
  CHECKSUM: 'u32 bpf',
  TCPMSS: 'tcpmss u32 bpf',
  TCPOPTSTRIP: 'tcp tcpmss u32 bpf length',
};
/** They write addresses: of a table with these nothing is worked out. */
const BEYOND: ReadonlySet<string> = new Set(['SNPT', 'DNPT']);

export class TableDiagrams {
  readonly bits: PacketBits;
  /** Callers before those that they call. */
  readonly chains: ReadonlyMap<string, ChainDiagrams>;
  private readonly rows: ReadonlyMap<string, readonly Row[]>;
  private readonly universe: Diagram;
  private readonly passages = new Map<string, Passage>();

  private constructor(bits: PacketBits, rows: ReadonlyMap<string, readonly Row[]>, table: TableBlock['table']) {
    this.bits = bits;
    this.universe = bits.universe();
    this.rows = rows;
    for (const name of rows.keys()) this.passage(name);
    this.chains = this.entered(table);
  }

  /** Undefined where a jump leads in a circle, or a target changes what no diagram follows. Throws `TooLarge`. */
  static of(file: RulesFile, block: TableBlock, most: number): TableDiagrams | undefined {
    const rules = rulesIn(file, block);
    const all = [...rules.values()].flat();
    const targets = new Set(all.map(({ rule }) => rule.object ?? ''));
    if ([...BEYOND].some((target) => targets.has(target)) || hasCircle(rules)) return undefined;
    const bits = new PacketBits(
      most,
      file.settings.family,
      all.flatMap(({ rule }) => interfacesOf(rule)),
    );
    const rewritten = new Set([...targets].flatMap((target) => REWRITES[target]?.split(' ') ?? []));
    const reader = new RuleBits(bits, rewritten);
    const rows = new Map(
      [...rules].map(([name, some]) => [name, some.map(({ line, rule }) => rowOf(rule, line, rules, reader.of(rule)))]),
    );
    return new TableDiagrams(bits, rows, block.table);
  }

  /**
   * Where packets may end that stand behind a row of a chain: the words of verdicts, `back` for the end of the chain, and
   * `trace` where any meets a rule that leaves one.
   */
  endsBehind(chain: string, at: number, packets: Diagram): ReadonlySet<string> {
    const found = new Set<string>();
    const back = this.follow(chain, at + 1, packets, found);
    if (back !== NONE) found.add('back');
    return found;
  }

  private follow(chain: string, from: number, packets: Diagram, found: Set<string>): Diagram {
    const { diagrams } = this.bits;
    let here = packets;
    let back: Diagram = NONE;
    for (const row of this.rows.get(chain)?.slice(from) ?? []) {
      if (here === NONE) break;
      const met = diagrams.and(here, row.set);
      if (met === NONE) continue;
      if (row.leavesTrace) found.add('trace');
      if (row.way === 'ends') found.add(row.verdict);
      if (row.way === 'unknown') found.add('unknown');
      const inside = row.way === 'calls' || row.way === 'goes' ? this.follow(row.callee, 0, met, found) : met;
      [here, back] = this.past(row, here, inside, back);
    }
    return diagrams.or(back, here);
  }

  private passage(name: string): Passage {
    const known = this.passages.get(name);
    if (known) return known;
    const { diagrams } = this.bits;
    let here = this.universe;
    let back: Diagram = NONE;
    const met: Diagram[] = [];
    for (const row of this.rows.get(name) ?? []) {
      const got = diagrams.and(here, row.set);
      met.push(got);
      const isCall = row.way === 'calls' || row.way === 'goes';
      const inside = isCall && this.rows.has(row.callee) ? diagrams.and(got, this.passage(row.callee).back) : got;
      [here, back] = this.past(row, here, inside, back);
    }
    const passage = { met, back: diagrams.or(back, here) };
    this.passages.set(name, passage);
    return passage;
  }

  /** Of those before a row, what stands behind it and what has left the chain. `inside`: what it lets out again. */
  private past(row: Row, here: Diagram, inside: Diagram, back: Diagram): readonly [here: Diagram, back: Diagram] {
    const { diagrams } = this.bits;
    const rest = row.isSure ? diagrams.minus(here, row.set) : here;
    switch (row.way) {
      case 'ends':
        return [rest, back];
      case 'returns':
      case 'goes':
        return [rest, diagrams.or(back, inside)];
      case 'calls':
        return [diagrams.or(rest, inside), back];
      case 'unknown':
        return [here, diagrams.or(back, inside)];
      default:
        return [here, back];
    }
  }

  private entered(table: TableBlock['table']): ReadonlyMap<string, ChainDiagrams> {
    const { bits, universe } = this;
    const { diagrams } = bits;
    const sums = new Map([...this.rows.keys()].map((name) => [name, { entering: NONE, hooks: NONE }]));
    const found = new Map<string, ChainDiagrams>();
    // A passage is there once all that it calls are: from the last to the first callers come before callees.
    for (const name of [...this.passages.keys()].reverse()) {
      const sum = sums.get(name);
      if (!sum) continue;
      const isOwn = table !== undefined && isBuiltin(table, name);
      if (isOwn) sum.entering = sum.hooks = diagrams.and(universe, this.hook(name));
      const { entering, hooks } = sum;
      const rows = this.rows.get(name) ?? [];
      const met = (this.passages.get(name)?.met ?? []).map((one) => diagrams.and(one, entering));
      found.set(name, { name, isBuiltin: isOwn, rows, entering, hooks, met });
      rows.forEach((row, at) => {
        const callee = sums.get(row.callee);
        if (!callee) return;
        const got = met[at] ?? NONE;
        callee.entering = diagrams.or(callee.entering, got);
        callee.hooks = diagrams.or(callee.hooks, hooks);
      });
    }
    return found;
  }

  private hook(name: string): Diagram {
    const has = (field: 'input' | 'output', presence: boolean | undefined) => {
      const none = this.bits.interfaces(field, { kind: 'interface', name: '', prefix: false });
      return presence === undefined ? ALL : presence ? this.bits.diagrams.not(none) : none;
    };
    const [input, output] = INTERFACES[name] ?? [undefined, undefined];
    return this.bits.diagrams.and(has('input', input), has('output', output));
  }
}

function rowOf(rule: Rule, line: number, chains: { has(name: string): boolean }, asked: Asked): Row {
  const { object = '', target } = rule;
  const counts = rule.instances.some(
    ({ known: { extension } }) => extension.kind === 'match' && extension.hangsOn === 'state',
  );
  const row = { line, ...asked, callee: '', verdict: '', leavesTrace: counts };
  if (isUnreadable(rule) || rule.words[rule.objectWord]?.unknown)
    return { ...row, set: ALL, isSure: false, way: 'unknown' };
  if (object === '' || rule.jump === Jump.none) return { ...row, way: 'passes' };
  if (rule.jump === Jump.goto) return { ...row, way: 'goes', callee: object };
  if (object === 'RETURN') return { ...row, way: 'returns' };
  if (object === 'ACCEPT' || object === 'DROP' || object === 'QUEUE') return { ...row, way: 'ends', verdict: object };
  if (!target || chains.has(object)) return { ...row, way: 'calls', callee: object };
  const said = rule.options
    .filter(({ instance }) => instance?.known === target)
    .map(({ name, values }) => [name, ...values.map(({ text }) => text)].join(' '));
  const verdict = [object, ...said].join(' ');
  return target.extension.terminates === true
    ? { ...row, way: 'ends', verdict }
    : { ...row, way: 'passes', leavesTrace: true };
}

interface LineRule {
  readonly line: number;
  readonly rule: Rule;
}

/** The rules of each chain, those included that nobody can read. */
function rulesIn(file: RulesFile, { standing, chains, firstLine, lastLine }: TableBlock): Map<string, LineRule[]> {
  const lines = new Map<string, number[]>();
  for (const { name } of chains.all())
    if (standing.has(name)) lines.set(name, standing.isInOrder ? [] : [...standing.rulesOf(name)]);
  for (let line = firstLine; standing.isInOrder && line <= lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind === 'command' && entry.letter === 'A' && !entry.skipped) lines.get(entry.chain ?? '')?.push(line);
  }
  return new Map([...lines].map(([name, some]) => [name, some.map((line) => ({ line, rule: file.freshRule(line) }))]));
}

function hasCircle(rules: ReadonlyMap<string, readonly LineRule[]>): boolean {
  const done = new Map<string, boolean>();
  const visit = (name: string): boolean => {
    const known = done.get(name);
    if (known !== undefined) return !known;
    done.set(name, false);
    const isRound = (rules.get(name) ?? []).some(
      ({ rule }) => rules.has(rule.object ?? '') && visit(rule.object ?? ''),
    );
    done.set(name, true);
    return isRound;
  };
  return [...rules.keys()].some(visit);
}
