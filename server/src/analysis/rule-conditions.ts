// Reads the conditions of a rule: iptables' own options and those of its matches, as sets where they are modelled.

import { isGrave } from '../ruleset/fault.ts';
import type { Instance, Rule, RuleOption } from '../ruleset/rule.ts';
import { pieces } from '../syntax/pieces.ts';
import type { Backend } from '../vocabulary/schema.ts';
import type { Meaning } from '../vocabulary/values/meaning.ts';
import { Box } from './box.ts';
import { Conditions } from './conditions.ts';
import { AXES } from './dimensions.ts';
import type { Literal } from './literal.ts';
import { type MatchModel, modelOf, type SetsReader } from './match-models.ts';
import { differOnNft } from './native-ports.ts';
import { hasUnreadWords, isUnread, literalOf, meaningOf, UNREAD } from './rule-literals.ts';
import { networksSet } from './sets/addresses.ts';
import { interfaceSet } from './sets/interfaces.ts';
import type { Intervals } from './sets/intervals.ts';

/** A rule falls into at most so many boxes; what would make more is a literal. */
const MOST_BOXES = 16;

const UNREAD_BOXES = [Box.asking(UNREAD)];
const UNREAD_RULES = { 4: new Conditions(4, UNREAD_BOXES), 6: new Conditions(6, UNREAD_BOXES) } as const;

/**
 * What a rule asks of a packet. A line that does not load asks something that nobody knows, and so does a placeholder of
 * a template; neither takes all packets or none. Where the back ends make different things of the same words, that is
 * unknown unless `backend` is the one of them that is modelled.
 */
export function conditionsOf(rule: Rule, backend: Backend | 'both' = 'both'): Conditions {
  if (rule.skipped || rule.ends || rule.faults.some(isGrave)) return UNREAD_RULES[rule.family];
  // The loader reads such lines in another way than they look.
  if (rule.text.includes('\0') || pieces(rule.text) !== undefined) return UNREAD_RULES[rule.family];
  return new ConditionsReader(rule, backend).read();
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

class ConditionsReader {
  private readonly rule: Rule;
  private readonly backend: Backend | 'both';
  /** What all packets of the rule are in. */
  private readonly sets: Intervals[] = [];
  private readonly literals: Literal[] = [];
  /** For each group, a packet is in one of its sets: source or destination port. */
  private readonly choices: (readonly Intervals[])[] = [];

  constructor(rule: Rule, backend: Backend | 'both') {
    this.rule = rule;
    this.backend = backend;
  }

  read(): Conditions {
    const { rule } = this;
    const options = rule.options;
    for (const option of options) if (option.instance === undefined) this.readOwn(option);
    for (const instance of rule.instances) {
      if (instance.known.extension.kind === 'match')
        this.readMatch(
          instance,
          options.filter((option) => option.instance === instance),
        );
    }
    if (hasUnreadWords(rule)) this.literals.push(UNREAD);
    return new Conditions(rule.family, this.boxes());
  }

  private boxes(): readonly Box[] {
    const common = Box.of(this.sets, this.literals);
    let boxes: readonly Box[] = common ? [common] : [];
    for (const choice of this.choices) {
      const parts = choice.map((set) => Box.of([set]));
      boxes = boxes.flatMap((box) => parts.flatMap((part) => (part && box.intersect(part)) ?? []));
    }
    return boxes;
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
      this.literals.push(UNREAD);
      return;
    }
    if (!model || !this.holds(model, options)) {
      this.ask(options, instance);
      return;
    }
    if (model.always) this.sets.push(model.always(AXES[this.rule.family]));
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
    const differ = model.nativePorts && this.backend !== 'legacy' ? differOnNft(this.rule, options) : [];
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

  private readOption(option: RuleOption, reader: SetsReader | undefined): void {
    const meanings = this.meaningsOf(option);
    const sets = meanings && reader?.(meanings, AXES[this.rule.family]);
    if (!sets) {
      this.ask([option], option.instance);
      return;
    }
    const [only] = sets;
    if (option.negated) for (const set of sets) this.sets.push(set.complement());
    else if (sets.length === 1 && only) this.sets.push(only);
    else if (sets.length ** (this.choices.length + 1) <= MOST_BOXES) this.choices.push(sets);
    else this.ask([option], option.instance);
  }

  /** Asks what these options say as one literal. */
  private ask(options: readonly RuleOption[], instance: Instance | undefined): void {
    this.literals.push(literalOf(this.rule, options, instance, this.backend));
  }

  /** What the option's values mean; undefined where one of them is not known. */
  private meaningsOf(option: RuleOption): readonly Meaning[] | undefined {
    if (isUnread(this.rule, option)) return undefined;
    const meanings: Meaning[] = [];
    for (const value of option.values) {
      const meaning = meaningOf(this.rule, value, this.backend);
      if (meaning === undefined) return undefined;
      meanings.push(meaning);
    }
    return meanings;
  }
}
