// A rule made ready for packets: what it asks, what it does; read once.

import { isGrave } from '../../ruleset/fault.ts';
import type { Standing } from '../../ruleset/play/standing.ts';
import { Role, type Rule } from '../../ruleset/rule.ts';
import type { Backend, Fate, TableName } from '../../vocabulary/schema.ts';
import type { NetworkOrHost } from '../../vocabulary/values/meaning.ts';
import { Box } from '../box.ts';
import { Conditions } from '../conditions.ts';
import { AXES, type Packet } from '../dimensions.ts';
import type { Literal } from '../literal.ts';
import { differOnNft } from '../native-ports.ts';
import { conditionsOf } from '../rule-conditions.ts';
import { meaningOf, UNREAD } from '../rule-literals.ts';
import { networksSet } from '../sets/addresses.ts';
import { verdictOf } from '../verdict.ts';
import { type Answers, answer, answersOf } from './asked.ts';
import { type Effect, effectOf, NOTHING } from './effects.ts';
import type { RulePlace } from './facts.ts';
import type { Flow } from './flow.ts';
import { isNat, type Nat, natOf } from './nat.ts';
import { Said } from './said.ts';

/** What a rule does with a packet that matches. */
export type Action =
  | { readonly kind: 'call'; readonly chain: string; readonly isGoto: boolean }
  | { readonly kind: 'return' }
  | { readonly kind: 'end'; readonly fate: Fate }
  | { readonly kind: 'nat'; readonly nat: Nat | undefined; readonly target: string }
  /** Without `effect` the packet stays as it is. */
  | { readonly kind: 'on'; readonly effect?: Effect }
  | { readonly kind: 'unknown'; readonly target: string; readonly why: string };

const NO_ANSWERS: Answers = new Map();

export interface Prepared {
  readonly place: RulePlace;
  /** One, or where the back ends make different things of the words one for each. */
  readonly conditions: readonly Conditions[];
  readonly answers: Answers;
  readonly action: Action;
  /** nft compares the bytes of later fragments with the ports, flags or types that the rule asks for. */
  readonly comparesBytes: boolean;
}

/** Whether a packet matches; undefined where that is not known. */
export function matches(rule: Prepared, flow: Flow): boolean | undefined {
  const { conditions, answers } = rule;
  const packet = packetFor(rule, flow);
  const ask = answers.size === 0 ? undefined : (literal: Literal) => answer(literal, answers, flow);
  const [first, second] = conditions;
  const found = first?.has(packet, ask);
  return second && second.has(packet, ask) !== found ? undefined : found;
}

/** Of a later fragment nobody says what bytes lie where nft looks for ports. */
function packetFor({ comparesBytes }: Prepared, { packet, isLaterFragment }: Flow): Packet {
  if (!comparesBytes || !isLaterFragment) return packet;
  const { fragment: _, ...rest } = packet;
  return rest;
}

/** The rules that a line makes, in the order of the loader: one, or one for each pair of addresses of its lists. */
export function prepare(
  rule: Rule,
  line: number,
  chain: string,
  table: TableName,
  standing: Standing,
  backend: Backend | 'both',
): readonly Prepared[] {
  const backends: readonly Backend[] = backend === 'both' && mayDiffer(rule) ? ['legacy', 'nft'] : [soleOf(backend)];
  const all = backends.map((one) => conditionsOf(rule, one));
  const isPlain = all.every(({ boxes }) => boxes.every(({ literals }) => literals.length === 0));
  const common = {
    place: { line: line + 1, chain, table },
    answers: isPlain ? NO_ANSWERS : answersOf(rule, backends.at(-1) ?? 'legacy'),
    action: actionOf(rule, line, standing, soleOf(backend)),
    comparesBytes: backend !== 'legacy' && asksPorts(rule),
  };
  if (!isList(rule, 's') && !isList(rule, 'd')) return [{ ...common, conditions: all }];
  const sources = networksOf(rule, 's');
  const destinations = networksOf(rule, 'd');
  const axes = AXES[rule.family];
  return (sources.length > 1 ? sources : [undefined]).flatMap((source) =>
    (destinations.length > 1 ? destinations : [undefined]).map((destination) => {
      const cut = [part(axes.source, source), part(axes.destination, destination)];
      return { ...common, conditions: all.map((one) => narrowed(one, cut)) };
    }),
  );
}

/** Stands for rules of which nobody knows whether they are there. */
export function doubtful(place: RulePlace, why: string): Prepared {
  const conditions = [new Conditions(4, [Box.asking(UNREAD)])];
  const action: Action = { kind: 'unknown', target: '', why };
  return { place, conditions, answers: NO_ANSWERS, action, comparesBytes: false };
}

/** Without a word from the user both back ends are meant, which read all but a few rules alike. */
function soleOf(backend: Backend | 'both'): Backend {
  return backend === 'both' ? 'legacy' : backend;
}

function mayDiffer(rule: Rule): boolean {
  if (rule.faults.some(isGrave)) return false;
  if (hasOddMask(rule, 's') || hasOddMask(rule, 'd')) return true;
  if (!rule.uses.some(({ negated }) => negated)) return false;
  return rule.instances.some((instance) => {
    const { name, kind } = instance.known.extension;
    if (kind !== 'match' || (name !== 'tcp' && name !== 'udp')) return false;
    const options = rule.options.filter((option) => option.instance === instance);
    return differOnNft(rule, options).length > 0;
  });
}

/** Only a mask that is written as an address may be read in several ways. */
function hasOddMask(rule: Rule, letter: string): boolean {
  const text = rule.has(letter) ? (rule.option(letter)?.values[0]?.text ?? '') : '';
  const mask = text.includes('/') ? text.slice(text.indexOf('/')) : '';
  return /[.:,]/.test(mask) && networksOf(rule, letter).some(({ kind }) => kind === 'differs');
}

function asksPorts(rule: Rule): boolean {
  return rule.uses.some(({ instance }) => {
    const { name, kind } = instance.known.extension;
    return kind === 'match' && (name === 'tcp' || name === 'udp');
  });
}

function isList(rule: Rule, letter: string): boolean {
  return rule.has(letter) && (rule.option(letter)?.values[0]?.text.includes(',') ?? false);
}

function networksOf(rule: Rule, letter: string): readonly NetworkOrHost[] {
  const option = rule.has(letter) ? rule.option(letter) : undefined;
  const value = option && !option.negated ? option.values[0] : undefined;
  const meaning = value && meaningOf(rule, value);
  return meaning?.kind === 'networks' ? meaning.networks : [];
}

/** The packets of one network of a list; undefined for all, and a literal for one that is no set. */
function part(axis: (typeof AXES)[4]['source'], network: NetworkOrHost | undefined): Box | undefined {
  if (!network) return Box.everything;
  const set = network.kind === 'network' ? networksSet(axis, [network]) : undefined;
  return set && Box.of([set]);
}

function narrowed({ family, boxes }: Conditions, cut: readonly (Box | undefined)[]): Conditions {
  const narrow = (box: Box) =>
    cut.reduce<Box | undefined>((rest, one) => rest?.intersect(one ?? Box.asking(UNREAD)), box);
  return new Conditions(
    family,
    boxes.flatMap((box) => narrow(box) ?? []),
  );
}

function actionOf(rule: Rule, line: number, standing: Standing, backend: Backend): Action {
  const verdict = verdictOf(rule, standing);
  switch (verdict.kind) {
    case 'jump':
    case 'goto':
      return { kind: 'call', chain: standing.nameOf(verdict.name, line), isGoto: verdict.kind === 'goto' };
    case 'return':
      return { kind: 'return' };
    case 'none':
      return { kind: 'on' };
    case 'unknown':
      return { kind: 'unknown', target: '', why: whyUnread(rule) };
    default:
      return targetAction(rule, verdict, backend);
  }
}

function whyUnread(rule: Rule): string {
  if (rule.words.some(({ unknown, role }) => unknown && role !== Role.chain)) return 'a placeholder says what it does';
  return 'the loader refuses the line';
}

type Named = Exclude<ReturnType<typeof verdictOf>, { readonly kind: 'jump' | 'goto' | 'return' | 'none' | 'unknown' }>;

function targetAction(rule: Rule, verdict: Named, backend: Backend): Action {
  const { name } = verdict;
  const unknown: Action = { kind: 'unknown', target: name, why: `what "${name}" does is not modelled` };
  if (verdict.key === undefined) return { ...unknown, why: `a placeholder stands in the options of "${name}"` };
  const instance = rule.instances.find(({ known }) => known === rule.target);
  if (instance && isNat(name)) return { kind: 'nat', nat: natOf(name, Said.of(rule, instance, backend)), target: name };
  if (verdict.kind === 'some-packets' || name === 'TPROXY') return unknown;
  if (verdict.kind === 'continue') {
    if (!instance) return unknown;
    const effect = effectOf(name, Said.of(rule, instance, backend));
    if (!effect) return unknown;
    return effect === NOTHING ? { kind: 'on' } : { kind: 'on', effect };
  }
  return { kind: 'end', fate: verdict.kind };
}
