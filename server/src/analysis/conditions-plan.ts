// Works out what to read where of a rule's conditions: the same for all rules with the same words but for their values.

import type { Instance, Rule, RuleOption } from '../ruleset/rule.ts';
import { placeOf, type ValuePlace } from '../ruleset/rule-plans.ts';
import type { Backend } from '../vocabulary/schema.ts';
import type { ReadContext } from '../vocabulary/values/kind.ts';
import type { Value } from '../vocabulary/values/kinds.ts';
import type { Meaning } from '../vocabulary/values/meaning.ts';
import { AXES, type Axes } from './dimensions.ts';
import type { Literal } from './literal.ts';
import { type MatchModel, modelOf, type SetsReader } from './match-models.ts';
import { differOnNft, mayDifferOnNft } from './native-ports.ts';
import { contextOf, hasUnreadWords, isUnread, literalOf, natureOf, UNREAD } from './rule-literals.ts';
import { networksSet } from './sets/addresses.ts';
import { interfaceSet } from './sets/interfaces.ts';
import type { Intervals } from './sets/intervals.ts';

/** What one option or match asks, of which the values are read rule by rule. */
export interface AskedValues {
  readonly kind: 'values';
  readonly reader: SetsReader;
  readonly negated: boolean;
  readonly values: readonly (ValuePlace & { readonly kind: Value })[];
  /** The sets of some values that were read. */
  readonly known: Map<string, readonly Intervals[]>;
  /** What they are where the values are beyond sets. */
  readonly otherwise: AskedWords;
}

/** What options ask as one literal, which hangs on their words. */
export interface AskedWords {
  readonly kind: 'words';
  readonly options: readonly RuleOption[];
  readonly instance: Instance | undefined;
}

/** What a rule asks in one place: by its values, or whatever they are. */
type Ask =
  | AskedValues
  | AskedWords
  | { readonly kind: 'set'; readonly set: Intervals }
  | { readonly kind: 'literal'; readonly literal: Literal };

/** What rules ask that have the same words but for their values. */
export interface ConditionsPlan {
  readonly backend: Backend | 'both';
  readonly axes: Axes;
  readonly context: ReadContext;
  readonly asks: readonly Ask[];
  /** False where it holds for the rule alone of which it was made: values decide more than what is in a set. */
  readonly isGeneral: boolean;
}

/** Of a rule that loads. */
export function conditionsPlanOf(rule: Rule, backend: Backend | 'both'): ConditionsPlan {
  return new Planner(rule, backend).plan();
}

/** iptables' own options that ask something of the packet. */
const OWN: Readonly<Record<string, SetsReader>> = {
  s: ([value], { source }) => networks(source, value),
  d: ([value], { destination }) => networks(destination, value),
  p: ([value], { protocol }) => {
    if (value?.kind !== 'protocol') return undefined;
    return [value.number === 0 ? protocol.everything : protocol.point(value.number)];
  },
  i: ([value], axes) => (value?.kind === 'interface' ? [interfaceSet(axes.inputInterface, value)] : undefined),
  o: ([value], axes) => (value?.kind === 'interface' ? [interfaceSet(axes.outputInterface, value)] : undefined),
  f: (_values, { fragment }) => [fragment.point(1)],
};

function networks(axis: Intervals['axis'], value: Meaning | undefined): readonly Intervals[] | undefined {
  if (value?.kind !== 'networks') return undefined;
  const known = value.networks.filter((network) => network.kind === 'network');
  const set = known.length < value.networks.length ? undefined : networksSet(axis, known);
  return set && [set];
}

/** Finds out what a rule asks, and where its values stand. */
class Planner {
  private readonly rule: Rule;
  private readonly backend: Backend | 'both';
  private readonly asks: Ask[] = [];
  private isGeneral = true;

  constructor(rule: Rule, backend: Backend | 'both') {
    this.rule = rule;
    this.backend = backend;
  }

  plan(): ConditionsPlan {
    const { rule, backend, asks } = this;
    const { options } = rule;
    for (const option of options) if (option.instance === undefined) this.readOwn(option);
    for (const instance of rule.instances) {
      if (instance.known.extension.kind === 'match')
        this.readMatch(
          instance,
          options.filter((option) => option.instance === instance),
        );
    }
    if (hasUnreadWords(rule)) this.unread();
    return { backend, axes: AXES[rule.family], context: contextOf(rule), asks, isGeneral: this.isGeneral };
  }

  private readOwn(option: RuleOption): void {
    const { letter } = option;
    if (letter !== undefined && Object.hasOwn(OWN, letter)) this.readOption(option, OWN[letter]);
  }

  private readMatch(instance: Instance, options: readonly RuleOption[]): void {
    const { extension, protocols } = instance.known;
    const model = modelOf(extension.name);
    if (model && protocols.length > 0 && !protocols.includes(this.rule.protocol ?? -1)) {
      // nft loads a few without their protocol, and looks at whatever lies in the place of the port.
      this.unread();
      return;
    }
    if (!model || !this.holds(model, options)) {
      this.ask(options, instance);
      return;
    }
    if (model.always) this.asks.push({ kind: 'set', set: model.always(AXES[this.rule.family]) });
    this.readOptions(instance, options, model);
  }

  private holds({ family, onlyWith, unless }: MatchModel, options: readonly RuleOption[]): boolean {
    const has = (name: string) => options.some((option) => option.name === name);
    return (
      (family === undefined || family === this.rule.family) &&
      (onlyWith === undefined || has(onlyWith)) &&
      !unless?.some(has)
    );
  }

  private readOptions(instance: Instance, options: readonly RuleOption[], model: MatchModel): void {
    const differ = model.nativePorts && this.backend !== 'legacy' ? this.differing(options) : [];
    if (differ.length > 0) this.ask(differ, instance);
    const others: RuleOption[] = [];
    for (const option of options) {
      if (differ.includes(option)) continue;
      const reader = Object.hasOwn(model.options, option.name) ? model.options[option.name] : undefined;
      if (reader) this.readOption(option, reader);
      else if (model.others === 'literals') this.ask([option], instance);
      else others.push(option);
    }
    // What these ask hangs on what the rest of the match says.
    if (others.length > 0 && model.others === undefined) this.ask(options, instance);
  }

  private differing(options: readonly RuleOption[]): readonly RuleOption[] {
    if (options.some(mayDifferOnNft)) this.isGeneral = false;
    return differOnNft(this.rule, options);
  }

  private readOption(option: RuleOption, reader: SetsReader | undefined): void {
    const { negated, instance } = option;
    const words: AskedWords = { kind: 'words', options: [option], instance };
    const values = option.values.flatMap((value) =>
      value.kind ? [{ ...placeOf(this.rule, value), kind: value.kind }] : [],
    );
    if (!reader || values.length < option.values.length || isUnread(this.rule, option)) this.ask([option], instance);
    else this.asks.push({ kind: 'values', reader, negated, values, known: new Map(), otherwise: words });
  }

  private unread(): void {
    this.isGeneral = false;
    this.asks.push({ kind: 'literal', literal: UNREAD });
  }

  /** Asks what these options say as one literal. */
  private ask(options: readonly RuleOption[], instance: Instance | undefined): void {
    // What answers anew each time is the same whatever its values are.
    if (natureOf(this.rule, options, instance) === 'state')
      this.asks.push({ kind: 'literal', literal: literalOf(this.rule, options, instance, this.backend) });
    else {
      this.isGeneral = false;
      this.asks.push({ kind: 'words', options, instance });
    }
  }
}
