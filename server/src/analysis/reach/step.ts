// What a rule is to the search for packets: the boxes that it takes, and where the packet goes from there.

import type { Rule } from '../../ruleset/rule.ts';
import type { Backend } from '../../vocabulary/schema.ts';
import { Box } from '../box.ts';
import { type ConditionsPlan, conditionsPlanOf } from '../conditions-plan.ts';
import { isRepeatable } from '../literal.ts';
import { boxesOf, conditionsOf, isUnreadable } from '../rule-conditions.ts';
import { fateOf, type Verdict, type VerdictPlan, verdictIn, verdictOf, verdictPlanOf } from '../verdict.ts';
import type { Changes } from './changes.ts';
import type { Path } from './paths.ts';
import type { Probe } from './probe.ts';
import type { Fate } from './table-reach.ts';

/**
 * - `ends`: no rule sees the packet any more. `returns`: it leaves its chain. `goes`: it leaves its chain for another one.
 * - `calls`: it goes through another chain and may come back. `passes`: it goes on.
 * - `unknown`: any of these.
 */
export type Way = 'ends' | 'returns' | 'goes' | 'calls' | 'passes' | 'unknown';

/** A box of a rule, and whether being in it is enough. */
export interface Part {
  /** Without what nobody can foresee. */
  readonly box: Box;
  /** False where something answers anew each time, or nobody knows what is asked: a packet of the box may match or not. */
  readonly isSure: boolean;
}

/** A packet, and the way on which it comes. */
export interface Witness {
  readonly path: Path;
  readonly probe: Probe;
}

/** Where rules are: the lines of all of a chain's, in order. */
export interface Home {
  readonly lines: readonly number[];
}

const NOWHERE: Home = { lines: [] };

export class Step {
  readonly parts: readonly Part[];
  readonly way: Way;
  readonly verdict: Verdict;
  /** The chain to which it leads; empty without. */
  readonly callee: string;
  /** Its place in its chain, which has the lines of its rules; -1 of one that is gone. It moves with edits above. */
  at = -1;
  home: Home = NOWHERE;

  /** Being in one of its boxes is enough. */
  readonly isSure: boolean;
  /** One of its matches remembers what it is asked, so that it may answer other packets otherwise. */
  readonly keepsCount: boolean;
  /** A packet that got to it and matches, when that was last asked. It may not do so any more. */
  witness: Witness | undefined;
  /** What is known of it, as of the edit with this number. */
  fate: Fate | undefined;
  asOf = -1;

  constructor(parts: readonly Part[], verdict: Verdict, keepsCount = false) {
    this.parts = parts;
    this.verdict = verdict;
    this.way = wayOf(verdict);
    this.callee = verdict.kind === 'jump' || verdict.kind === 'goto' ? verdict.name : '';
    this.isSure = parts.every((part) => part.isSure);
    this.keepsCount = keepsCount;
  }

  /** Its line; -1 of one that is gone. */
  get line(): number {
    return this.home.lines[this.at] ?? -1;
  }

  /** It surely takes every packet out of its chain. */
  get isCut(): boolean {
    if (this.way !== 'ends' && this.way !== 'returns' && this.way !== 'goes') return false;
    return this.parts.some(({ box, isSure }) => isSure && box.isEverything);
  }

  /** A packet that meets it may leave the chain and still not be at its end. */
  get isEscape(): boolean {
    return this.way === 'returns' || this.way === 'goes' || this.way === 'unknown';
  }
}

function wayOf(verdict: Verdict): Way {
  if (fateOf(verdict) !== undefined) return 'ends';
  switch (verdict.kind) {
    case 'return':
      return 'returns';
    case 'goto':
      return 'goes';
    case 'jump':
      return 'calls';
    case 'unknown':
      return 'unknown';
    default:
      return 'passes';
  }
}

/** Parts of rules that ask alike, most of them of many rules. */
const EVERY_PACKET: readonly Part[] = [{ box: Box.everything, isSure: true }];
const ANY_PACKET: readonly Part[] = [{ box: Box.everything, isSure: false }];

/** What steps of rules have in common that have the same words but for their values and the names of chains. */
export interface StepPlan {
  readonly verdict: VerdictPlan;
  readonly objectWord: number;
  readonly conditions: ConditionsPlan;
  readonly keepsCount: boolean;
}

/** Undefined where other rules with the same words may need another one. */
export function stepPlanOf(rule: Rule, backend: Backend | 'both'): StepPlan | undefined {
  if (isUnreadable(rule)) return undefined;
  const conditions = conditionsPlanOf(rule, backend);
  if (!conditions.isGeneral) return undefined;
  return { verdict: verdictPlanOf(rule), objectWord: rule.objectWord, conditions, keepsCount: keepsCount(rule) };
}

/** The step of a rule of these words, as `stepOf` has it; undefined where the plan is not enough. */
export function stepIn(
  { verdict: verdictPlan, objectWord, conditions, keepsCount }: StepPlan,
  words: readonly string[],
  chains: { has(name: string): boolean },
  changes: Changes,
): Step | undefined {
  const verdict = verdictIn(verdictPlan, words[objectWord] ?? '', words, chains);
  const boxes = boxesOf(conditions, words, NO_LITERAL);
  return boxes && new Step(partsOf(boxes, changes), verdict, keepsCount);
}

const NO_LITERAL = (): undefined => undefined;

/** The step of a rule in a table with these chains, some of whose targets change what other rules ask for. */
export function stepOf(
  rule: Rule,
  chains: { has(name: string): boolean },
  backend: Backend | 'both',
  changes: Changes,
): Step {
  const verdict = verdictOf(rule, chains);
  if (verdict.kind === 'unknown') return new Step(ANY_PACKET, verdict);
  return new Step(partsOf(conditionsOf(rule, backend).boxes, changes), verdict, keepsCount(rule));
}

function partsOf(boxes: readonly Box[], changes: Changes): readonly Part[] {
  const [only] = boxes;
  const isEvery = boxes.length === 1 && only?.isEverything === true;
  return isEvery ? EVERY_PACKET : boxes.map((box) => partOf(box, changes));
}

function keepsCount({ instances }: Rule): boolean {
  return instances.some(({ known: { extension } }) => extension.kind === 'match' && extension.hangsOn === 'state');
}

function partOf(box: Box, changes: Changes): Part {
  const sure = box.literals.filter((literal) => isRepeatable(literal) && !changes.matches.has(literal.match));
  const kept =
    changes.dimensions.size === 0 ? box.sets : box.sets.filter(({ axis }) => !changes.dimensions.has(axis.name));
  if (sure.length === box.literals.length && kept.length === box.sets.length) return { box, isSure: true };
  // What is left has no two literals against each other, and no set that is empty.
  return { box: Box.of(kept, sure) ?? box, isSure: false };
}
