// Opens the way in for the administrator: narrows or moves the rules that let SSH in already, and tells what is left.

import { Conditions } from '../../analysis/conditions.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { conditionsOf } from '../../analysis/rule-conditions.ts';
import { plainSettings, readRule } from '../../ruleset/read-rule.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { readValue } from '../../vocabulary/values/index.ts';
import type { Range } from '../../vocabulary/values/meaning.ts';
import { type Replacement, replaced, withAddress } from './address-option.ts';
import { connectionsTo, type Entrance, entrancesOf } from './entrance.ts';
import type { LineEdits } from './line-edits.ts';
import type { BlockOutline } from './outline.ts';
import type { Administration } from './protocol.ts';

/** The port at which an SSH server listens that nobody moved. */
export const SSH_PORT = 22;

/** What became of the ways in that were there. Rules as they were written. */
export interface WayIn {
  /** The new rules must be added: nothing that is there lets all of it in. */
  readonly isMissing: boolean;
  readonly restricted: readonly string[];
  readonly moved: readonly string[];
  readonly closed: readonly string[];
  /** Rules that let in more than the answers say. */
  readonly left: readonly LeftRule[];
}

export interface LeftRule {
  readonly rule: string;
  readonly port: number;
  /** What else it asks (a set, a mark, a template's placeholder) may hold everyone back who is not meant. */
  readonly isDoubtful: boolean;
}

interface Answers {
  readonly family: Family;
  readonly administration: Administration;
  /** The comment above the rule that opens the way in. */
  readonly comment: string;
}

/** Makes what is there fit the answers; `edits` takes what has to change. */
export function* fitWayIn(block: BlockOutline, answers: Answers, edits: LineEdits): Steps<WayIn> {
  const work = new Fitting(block, answers, edits);
  const { administration, family } = answers;
  const port = administration.kind === 'ssh' ? administration.port : undefined;
  if (port !== undefined) for (const entrance of yield* entrancesOf(block, port, family)) work.narrow(entrance, port);
  if (port !== SSH_PORT) for (const entrance of yield* entrancesOf(block, SSH_PORT, family)) work.leave(entrance, port);
  return work.result();
}

class Fitting {
  private readonly block: BlockOutline;
  private readonly answers: Answers;
  private readonly edits: LineEdits;
  private readonly restricted: string[] = [];
  private readonly moved: string[] = [];
  private readonly closed: string[] = [];
  private readonly left: LeftRule[] = [];
  /** What the rules let in once they are edited. */
  private readonly entered: Conditions[] = [];
  /** A chain that is called twice has its rules met twice. */
  private readonly done = new Set<number>();

  constructor(block: BlockOutline, answers: Answers, edits: LineEdits) {
    this.block = block;
    this.answers = answers;
    this.edits = edits;
  }

  result(): WayIn {
    const { restricted, moved, closed, left } = this;
    return { isMissing: this.isMissing(), restricted, moved, closed, left };
  }

  private get sources(): readonly string[] {
    const { administration } = this.answers;
    return administration.kind === 'ssh' ? administration.sources : [];
  }

  /** What the answers ask for. */
  private wanted(): Conditions | undefined {
    const { administration, family } = this.answers;
    if (administration.kind !== 'ssh') return undefined;
    const all = connectionsTo(this.block, administration.port, family);
    return this.sources.length === 0 ? all : all.intersect(sourcesOf(this.sources, family));
  }

  private isMissing(): boolean {
    const wanted = this.wanted();
    if (!wanted) return false;
    const boxes = this.entered.flatMap((conditions) => conditions.boxes);
    return !new Conditions(wanted.family, boxes).contains(wanted);
  }

  /** A rule that accepts the port of the answers. */
  narrow(entrance: Entrance, port: number): void {
    const { line, isExact, isOpen, isOwn } = entrance;
    const rule = this.block.words(line);
    if (this.sources.length === 0) {
      this.entered.push(entrance.conditions);
      return;
    }
    const from = isOpen && isOwn && isExact ? withAddress(rule, 'source', this.sources.join(',')) : undefined;
    if (from) this.rewrite(entrance, rule, [from], this.restricted);
    else if (!(isOpen && isOwn && this.unlist(entrance, rule, port, this.restricted))) {
      this.entered.push(entrance.conditions);
      if (this.letsOthersIn(entrance)) this.keep(entrance, port);
    }
  }

  /** A rule that accepts the usual port, which the answers leave. */
  leave(entrance: Entrance, port: number | undefined): void {
    const { administration } = this.answers;
    const rule = this.block.words(entrance.line);
    const isClosing = administration.former === 'close' && entrance.isOwn;
    if (isClosing && entrance.isExact && (this.move(entrance, rule, port) || this.close(entrance, rule))) return;
    if (isClosing && this.unlist(entrance, rule, SSH_PORT, this.closed)) return;
    this.keep(entrance, SSH_PORT);
  }

  /** Gives the rule the new port, where it names the old one and nothing lets the new one in yet. */
  private move(entrance: Entrance, rule: Rule, port: number | undefined): boolean {
    const option = rule.options.find(({ name, negated }) => name === '--dport' && !negated);
    const value = option?.values[0];
    if (port === undefined || !value || entrance.path || !this.isMissing()) return false;
    const changes: Replacement[] = [{ start: value.start, end: value.end, text: String(port) }];
    const joined = rule.words[value.word];
    if (joined?.quoted) return false;
    const from = this.sources.length > 0 ? withAddress(rule, 'source', this.sources.join(',')) : undefined;
    if (from) changes.push(from);
    this.rewrite(entrance, rule, changes, this.moved);
    return true;
  }

  private close({ line, path }: Entrance, rule: Rule): boolean {
    if (path) return false;
    if (!this.done.has(line)) this.edits.remove(line);
    this.note(line, rule, this.closed);
    return true;
  }

  /** Takes the port out of a list of ports that holds others. */
  private unlist({ line }: Entrance, rule: Rule, port: number, told: string[]): boolean {
    const option = rule.options.find(({ name, negated }) => name === '--dports' && !negated);
    const [value] = option?.values ?? [];
    if (!value?.kind || value.unknown || rule.words[value.word]?.quoted) return false;
    const meaning = readValue(value.text, value.kind, { family: this.answers.family });
    if (meaning?.kind !== 'ports') return false;
    const rest = meaning.ranges.filter(({ first, last }) => first !== port || last !== port);
    if (rest.length === 0 || rest.length === meaning.ranges.length || rest.some((range) => holds(range, port)))
      return false;
    if (!this.done.has(line)) this.edits.replace(line, value.start, value.end, rest.map(portsText).join(','));
    this.note(line, rule, told);
    return true;
  }

  private rewrite(entrance: Entrance, rule: Rule, changes: readonly Replacement[], told: string[]): void {
    const { line, path } = entrance;
    if (!this.done.has(line)) {
      for (const { start, end, text } of changes) this.edits.replace(line, start, end, text);
      this.updateComment(line);
    }
    this.note(line, rule, told);
    const after = conditionsOf(readRule(replaced(rule.text, changes), plainSettings(this.answers.family)));
    this.entered.push((path ? after.intersect(path) : after) ?? after);
  }

  private keep({ line, isDoubtful }: Entrance, port: number): void {
    if (this.done.has(line)) return;
    this.done.add(line);
    this.left.push({ rule: this.block.words(line).text, port, isDoubtful });
  }

  private note(line: number, rule: Rule, told: string[]): void {
    if (!this.done.has(line)) told.push(rule.text);
    this.done.add(line);
  }

  /** Some packet may come in that is not from the sources of the answers. */
  private letsOthersIn({ conditions }: Entrance): boolean {
    const allowed = sourcesOf(this.sources, this.answers.family);
    const { source } = AXES[this.answers.family];
    const all = allowed.boxes.reduce((set, box) => set.union(box.on(source)), source.nothing);
    return conditions.boxes.some((box) => !all.contains(box.on(source)));
  }

  /** A comment of the baseline's own says which port is open: it must not tell what was. */
  private updateComment(line: number): void {
    for (let above = line - 1; above >= 0; above--) {
      const text = this.block.text(above);
      if (text.trim() === '') return;
      if (!text.startsWith('#')) continue;
      if (OWN_COMMENT.test(text)) this.edits.replace(above, 0, text.length, `# ${this.answers.comment}`);
      return;
    }
  }
}

const OWN_COMMENT = /^# This machine is administered by SSH on port \d+(, from [^ ]+(, [^ ]+)*)?\.$/;

function sourcesOf(sources: readonly string[], family: Family): Conditions {
  return conditionsOf(readRule(`-A INPUT -s ${sources.join(',')}`, plainSettings(family)));
}

function holds({ first, last }: Range, port: number): boolean {
  return first <= port && port <= last;
}

function portsText({ first, last }: Range): string {
  return first === last ? String(first) : `${first}:${last}`;
}
