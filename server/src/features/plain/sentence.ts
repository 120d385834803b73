// A rule in plain words: one sentence that says which packets it takes and what becomes of them.

import { Jump } from '../../ruleset/command.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { conditionPhrase, targetAction, targetPhrase } from './phrases.ts';
import { serviceOf } from './service.ts';

/**
 * "Accepts TCP packets to port 22 (ssh) from 10.0.0.0/8." Every condition is in it; one without words of its own stands
 * as it is written. Undefined for a command that holds no rule.
 */
export function sentenceOf(rule: Rule): string | undefined {
  if (rule.letter === undefined || !'AIRDC'.includes(rule.letter)) return undefined;
  const { verb, end } = actionOf(rule);
  const conditions = rule.options.flatMap((option) => isCondition(rule, option) ?? []);
  const effects = rule.options.flatMap((option) => effectOf(rule, option) ?? []);
  const matches = rule.instances.flatMap(({ known, implicit, seen }) =>
    known.extension.kind === 'match' && !implicit && seen === 0 ? [`with -m ${known.extension.name}`] : [],
  );
  const words = [verb, protocolOf(rule), ...conditions, ...matches, end, ...effects];
  return `${words.filter((word) => word !== '').join(' ')}.`;
}

function actionOf(rule: Rule): { readonly verb: string; readonly end: string } {
  const { object, jump, target } = rule;
  const written = rule.words[rule.objectWord]?.text;
  if (jump === Jump.goto) return { verb: 'Sends', end: `on to the chain ${object ?? written}, not to come back` };
  if (object === undefined) return written === undefined ? { verb: 'Counts', end: '' } : targetAction(written);
  if (isVerdict(object) || target) return targetAction(object);
  return jump === Jump.jump ? { verb: 'Sends', end: `through the chain ${object}` } : { verb: 'Counts', end: '' };
}

/** "TCP packets", "packets of any protocol but TCP", "packets". */
function protocolOf(rule: Rule): string {
  const option = rule.option('p');
  const name = option?.values[0]?.text;
  if (!option || name === undefined) return 'packets';
  const shown = /^[a-z]/.test(name) ? name.toUpperCase() : `protocol ${name}`;
  if (option.negated) return `packets of any protocol but ${shown}`;
  if (name === 'all' || name === '0') return 'packets';
  return /^[a-z]/.test(name) ? `${shown} packets` : `packets of ${shown}`;
}

/** What an option asks of a packet; undefined for what asks nothing. */
function isCondition(rule: Rule, option: RuleOption): string | undefined {
  const { found, instance, letter, name, negated } = option;
  if (found.kind === 'generic' && (found.option.role !== 'condition' || letter === 'p')) return undefined;
  const extension = instance?.known.extension;
  if (extension && (extension.kind !== 'match' || extension.name === 'comment')) return undefined;
  return conditionPhrase(name, negated, valuesOf(rule, option)) ?? `with ${negated ? '! ' : ''}${written(option)}`;
}

/** What an option of the target adds. */
function effectOf(rule: Rule, option: RuleOption): string | undefined {
  if (option.instance?.known.extension.kind !== 'target') return undefined;
  return targetPhrase(option.name, valuesOf(rule, option).join(' ').trim()) ?? `with ${written(option)}`;
}

function written({ name, values }: RuleOption): string {
  return [name, ...values.map(({ text }) => (/\s/.test(text) ? `"${text}"` : text))].join(' ');
}

function valuesOf(rule: Rule, { values }: RuleOption): readonly string[] {
  return values.map((value) => {
    const service = serviceOf(rule, value);
    const listed = value.unknown ? value.text : value.text.replaceAll(',', ', ');
    return service ? `${listed} (${service.name})` : listed;
  });
}
