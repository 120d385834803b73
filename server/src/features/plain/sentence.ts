// A rule in plain words: one English sentence that says what the line does, to which packets, and with what beside.

import { Jump } from '../../ruleset/command.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { code } from '../hover/page.ts';
import { sentence } from '../hover/prose.ts';
import { asPhrase, filled, packetsText } from './clauses.ts';
import { TARGET_PHRASES } from './target-phrases.ts';

/**
 * The whole line as one sentence of Markdown, which names every option that it has; what has no words of its own is
 * shown as it is written. Whether the line loads is not looked at. Undefined for what is no command.
 */
export function sentenceOf(rule: Rule): string | undefined {
  const says = commandText(rule);
  return says === undefined ? undefined : sentence([says, ...remarks(rule)].join('; '));
}

function commandText(rule: Rule): string | undefined {
  const { letter, number } = rule;
  const chain = chainText(rule);
  switch (letter) {
    case undefined:
      return undefined;
    case 'A':
      return ruleText(rule);
    case 'I':
      return `inserts ${number > 1 ? `as rule ${number}` : 'at the top'} of ${chain} a rule that ${ruleText(rule)}`;
    case 'R':
      return `puts in place of rule ${number} of ${chain} one that ${ruleText(rule)}`;
    case 'D':
      return number > 0
        ? `deletes rule ${number} of ${chain}`
        : `deletes from ${chain} the first rule that ${ruleText(rule)}`;
    case 'C':
      return `checks that ${chain} has a rule that ${ruleText(rule)}`;
    default:
      return CHAIN_COMMANDS[letter](chain, rule);
  }
}

type ChainLetter = Exclude<Rule['letter'], undefined | 'A' | 'C' | 'D' | 'I' | 'R'>;
type Says = (chain: string, rule: Rule) => string;

const CHAIN_COMMANDS: Readonly<Record<ChainLetter, Says>> = {
  E: (chain, { object }) => `renames ${chain} to ${named(object)}`,
  F: (chain) => `deletes all rules of ${chain}`,
  L: (chain, { number }) => `prints ${rulesText(number)} of ${chain}, and changes nothing`,
  N: (chain) => `makes ${chain}`,
  P: (chain, { object }) => `sets the policy of ${chain} to ${named(object)}`,
  S: (chain, { number }) => `prints ${rulesText(number)} of ${chain} as commands, and changes nothing`,
  X: (chain) => `deletes ${chain}`,
  Z: (chain, { number }) => `sets the counters of ${number > 0 ? `rule ${number} of ` : ''}${chain} to zero`,
};

function rulesText(number: number): string {
  return number > 0 ? `rule ${number}` : 'the rules';
}

function chainText(rule: Rule): string {
  const written = rule.chain ?? rule.words[rule.chainWord]?.text;
  if (written !== undefined && written !== '') return `the chain ${code(written)}`;
  return rule.letter === 'X' ? 'every empty chain that is not built in' : 'every chain of the table';
}

function named(object: string | undefined): string {
  return object === undefined ? 'something that is not known' : code(object);
}

/** "accepts TCP packets to port `22` (ssh), at most 5 a minute". */
function ruleText(rule: Rule): string {
  return [`${actionText(rule)} ${packetsText(rule)}`, ...targetTails(rule)].join(', ');
}

function actionText(rule: Rule): string {
  const { object, jump, target } = rule;
  const written = rule.words[rule.objectWord];
  if (written?.unknown) return `hands on by ${code(`-j ${written.text}`)}, of which nothing is known,`;
  if (object === undefined || jump === Jump.none) return 'counts';
  if (jump === Jump.goto) return `goes on in the chain ${code(object)}, without coming back, with`;
  const does = Object.hasOwn(TARGET_PHRASES, object) ? TARGET_PHRASES[object]?.does : undefined;
  if (isVerdict(object) && does !== undefined) return does;
  if (!target) return `jumps to the chain ${code(object)} with`;
  return does ?? `uses ${code(`-j ${object}`)} (${asPhrase(target.extension.summary)}) for`;
}

function targetTails(rule: Rule): string[] {
  const { target } = rule;
  if (!target) return [];
  const { name } = target.extension;
  const phrases = Object.hasOwn(TARGET_PHRASES, name) ? TARGET_PHRASES[name]?.options : undefined;
  return rule.options
    .filter(({ instance }) => instance?.known === target)
    .map((option) => {
      const phrase =
        phrases && !option.negated && Object.hasOwn(phrases, option.name) ? phrases[option.name] : undefined;
      return phrase ? filled(rule, option, phrase) : byItsWords(rule, option);
    });
}

/** "with `--ttl-set 64` (sets it to this number)". */
function byItsWords(rule: Rule, { start, end, found }: RuleOption): string {
  return `with ${code(rule.text.slice(start, end))} (${asPhrase(found.option.summary)})`;
}

/** What the line says beside: its comment, its counters, options that change nothing. */
function remarks(rule: Rule): string[] {
  const texts: string[] = [];
  for (const option of rule.options) {
    const { found, values, letter, name } = option;
    const shown = rule.text.slice(option.start, option.end);
    if (name === '--comment') texts.push(`the comment is ${code(values[0]?.text ?? '')}`);
    if (found.kind !== 'generic') continue;
    const { role } = found.option;
    if (role === 'counters')
      texts.push(`its counters begin at ${values.map(({ text }) => code(text)).join(' packets and ')} bytes`);
    else if (role === 'family') texts.push(`${code(shown)}: for IPv${letter} alone`);
    else if (role === 'end') texts.push(`${code(shown)} ends the reading of the file here`);
    else if (role === 'listing') texts.push(`${code(shown)} changes nothing here`);
    else if (role === 'outside') texts.push(`${code(shown)} belongs to the command line`);
  }
  return texts;
}
