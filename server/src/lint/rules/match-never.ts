// A rule that no packet matches, wherever it stands.

import { asksBeyondMask } from '../../analysis/beyond-mask.ts';
import { AXES } from '../../analysis/dimensions.ts';
import type { Literal } from '../../analysis/literal.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { meaningOf } from '../../analysis/rule-literals.ts';
import { statesSet } from '../../analysis/sets/states.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import type { Family } from '../../vocabulary/schema.ts';
import type { MarkMeaning } from '../../vocabulary/values/meaning.ts';
import { lintRule } from '../rule.ts';

export const matchNever = lintRule({
  name: 'match-never',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule whose conditions no packet meets in its chain.',
  looksAt: 'packets',
  fates: ['never'],
  checkRule({ table, chain, step }, report) {
    // A range that runs backwards, or the ICMP of the other family, is told where it stands.
    const rule = table.file.rule(step.line);
    if (rule.faults.length > 0) return;
    const why =
      step.parts.length === 0
        ? (beyondMask(rule) ?? 'its conditions rule each other out')
        : `packets that come to the chain "${chain.name}" cannot meet all of its conditions`;
    report({ message: `This rule never matches: ${why}.`, ...table.placeOf(step.line), tags: ['unnecessary'] });
  },
  checkChain(table, chain, report) {
    for (const step of askingMarksTwice(chain)) {
      const option = otherMark(table.file.rule(step.line));
      if (!option || table.fateOf(chain, step).kind !== 'live') continue;
      report({
        message: `This rule never matches: a packet has one mark, and "${option.name} ${option.values[0]?.text}" asks for another one than the rule has asked for before it. Write two rules.`,
        ...table.placeOf(step.line),
        tags: ['unnecessary'],
      });
    }
    for (const { table: only, hook, rules, why } of NEVER) {
      const steps = only === undefined || only === table.block.table ? rules[table.family](chain) : [];
      if (steps.length === 0 || (hook !== undefined && [...table.reach.hooksOf(chain)].join() !== hook)) continue;
      for (const step of steps) {
        if (table.fateOf(chain, step).kind !== 'live') continue;
        report({ message: `This rule never matches: ${why}`, ...table.placeOf(step.line), tags: ['unnecessary'] });
      }
    }
  },
});

/** The types of ICMP that begin a connection; seen in the kernel. Source: `valid_new` in net/netfilter/nf_conntrack_proto_icmp(v6).c. */
const BEGINNING = { 4: [8, 13, 15, 17], 6: [128, 139] } as const;

const asNew = { 4: asNewOf(4), 6: asNewOf(6) } as const;

/** The rules of a chain that want ICMP to be NEW which never is. */
function asNewOf(family: Family) {
  const { state, icmp } = AXES[family];
  const fresh = statesSet(state, [{ name: 'NEW' }]);
  const beginning = icmp.spans(BEGINNING[family].map((type) => ({ first: type * 256, last: type * 256 + 255 })));
  return ofSteps((steps) =>
    steps.filter(
      ({ parts }) =>
        parts.length > 0 &&
        parts.every(({ box }) => fresh?.contains(box.on(state)) && !box.on(icmp).intersects(beginning)),
    ),
  );
}

/** What addrtype calls an address of this machine. */
const LOCAL = 2;
const toThisMachine = { 4: toThisMachineOf(4), 6: toThisMachineOf(6) } as const;

function toThisMachineOf(family: Family) {
  const { destinationType } = AXES[family];
  const local = destinationType.point(LOCAL);
  return ofSteps((steps) =>
    steps.filter(({ parts }) => parts.length > 0 && parts.every(({ box }) => local.contains(box.on(destinationType)))),
  );
}

const overLoopback = { 4: overLoopbackOf(4), 6: overLoopbackOf(6) } as const;

/** The rules of a chain for what comes in by loopback alone. */
function overLoopbackOf(family: Family) {
  const { inputInterface } = AXES[family];
  const loopback = inputInterface.point('lo');
  return ofSteps((steps) =>
    steps.filter(
      ({ parts }) => parts.length > 0 && parts.every(({ box }) => loopback.contains(box.on(inputInterface))),
    ),
  );
}

/** What no packet is: the rules that ask for it, in a table and from a hook alone where these are named. */
const NEVER: readonly {
  readonly table?: string;
  readonly hook?: string;
  readonly rules: Readonly<Record<Family, (chain: ChainSteps) => readonly Step[]>>;
  readonly why: string;
}[] = [
  {
    rules: asNew,
    why: 'ICMP of this type begins no connection, so its state is never NEW. Ask for ESTABLISHED or RELATED, which answers and errors have.',
  },
  {
    hook: 'FORWARD',
    rules: toThisMachine,
    why: 'what goes to an address of this machine comes to INPUT, and not to FORWARD. Write the rule for INPUT.',
  },
  {
    table: 'nat',
    hook: 'PREROUTING',
    rules: overLoopback,
    why: 'what comes in by "lo" was sent by this machine itself, and nat has looked at it in OUTPUT. Write the rule for OUTPUT, with "-o lo".',
  },
];

/** The rules of a chain that ask for several marks. */
const askingMarksTwice = ofSteps((steps) =>
  steps.filter(({ parts }) => parts.some(({ box }) => box.literals.filter(isMark).length > 1)),
);

function isMark({ match, negated }: Literal): boolean {
  return !negated && (match === 'mark' || match === 'connmark');
}

/** The option for a mark that no packet has which meets another one of the same match. */
function otherMark(rule: Rule): RuleOption | undefined {
  const before: { readonly match: string; readonly mark: MarkMeaning }[] = [];
  for (const option of rule.options) {
    const match = option.instance?.known.extension.name;
    const [value] = option.values;
    const mark = value && !option.negated && !value.unknown ? meaningOf(rule, value) : undefined;
    if (mark?.kind !== 'mark' || (match !== 'mark' && match !== 'connmark')) continue;
    if (before.some((one) => one.match === match && areApart(one.mark, mark))) return option;
    before.push({ match, mark });
  }
  return undefined;
}

/** They want the same bit set and not set. */
function areApart(one: MarkMeaning, two: MarkMeaning): boolean {
  return ((one.value ^ two.value) & one.mask & two.mask) !== 0;
}

/** One option by itself asks for what it masks out. */
function beyondMask(rule: Rule): string | undefined {
  const option = rule.options.find(
    ({ negated, values }) => !negated && asksBeyondMask(values.flatMap((value) => meaningOf(rule, value) ?? [])),
  );
  return option && `"${option.name}" asks for a bit that its own mask takes away`;
}
