// Options that stand wrongly: negations, joined and missing values, what a command does not take, what is missing.

import { type Instance, Role } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Fix, Fixer } from '../fix.ts';
import { removeLine, replaceColumns } from '../fix.ts';
import { type RuleLine, ruleLine } from './rule-line.ts';

/** `-p ! tcp` becomes `! -p tcp`. */
export const moveNegation: Fixer = (file, { line, start, end }) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const option = rule.reading.words[word - 1]?.start;
  if (option === undefined) return [];
  const remove = rule.without({ start, end });
  if (rule.word(word - 2) === '!') return [{ title: 'Remove the second !', edits: [remove], preferred: true }];
  const edits = [replaceColumns(line, option, option, '! '), remove];
  return [{ title: 'Move the ! before the option', edits, preferred: true, safe: true }];
};

/** A ! that negates nothing, or what cannot be negated; a negated limit is what hashlimit calls "above". */
export const removeNegation: Fixer = (file, { line, start, end }) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const negation = rule.word(word) === '!' ? word : word - 1;
  const fixes: Fix[] = [...aboveLimit(rule, negation)];
  const columns = rule.word(word) === '!' ? { start, end } : rule.stretch(negation, negation);
  const isBare = rule.word(negation) === '!';
  // Before an option that it could negate, the ! was meant: without it the rule says the opposite.
  const isIdle = rule.reading.uses.every(({ word: used }) => used !== negation + 1);
  if (isBare) fixes.push({ title: 'Remove the !', edits: [rule.without(columns)], preferred: isIdle });
  return fixes;
};

/** `-m limit ! --limit 5/min` is `-m hashlimit --hashlimit-above 5/min`: one bucket for all packets. */
function aboveLimit(rule: RuleLine, negation: number): Fix[] {
  const { reading } = rule;
  const use = rule.useAt(negation + 1);
  const [value] = use?.valueWords ?? [];
  if (use?.instance.known.extension.name !== 'limit' || use.word !== negation + 1 || value === undefined) return [];
  const written = (word: number) => {
    const start = reading.words[word]?.start ?? 0;
    return { start, end: start + (rule.word(word).split('=')[0] ?? '').length };
  };
  const edits = [
    rule.replace(reading.columns(use.instance.word), 'hashlimit'),
    rule.replace({ ...written(use.word), start: reading.words[negation]?.start ?? 0 }, '--hashlimit-above'),
    rule.behind(value, `--hashlimit-name ${freeName(rule)}`),
  ];
  const burst = reading.uses.find((other) => other.instance === use.instance && other !== use);
  if (burst) edits.push(rule.replace(written(burst.word), '--hashlimit-burst'));
  return [{ title: 'Write it as --hashlimit-above', edits, preferred: true }];
}

/** A name for the counters of a limit that no other line is likely to have. */
function freeName({ reading, line }: RuleLine): string {
  return `${(reading.chain ?? 'rule').toLowerCase().slice(0, 9)}${line + 1}`;
}

/** Two ! in a row say nothing: both go. */
export const removeDoubleNegation: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const word = rule.wordAt(start);
  const one: Fix = { title: 'Write one !', edits: [rule.without(rule.stretch(word, word))], preferred: true };
  const both: Fix = { title: 'Remove both !', edits: [rule.without(rule.stretch(word - 1, word))] };
  return word > 0 ? [one, both] : [];
};

/** `-ieth0`: a blank between the option and its value. */
export const separateValue: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const { reading } = rule;
  const word = rule.wordAt(start);
  const text = rule.word(word);
  const from = reading.words[word]?.start ?? start;
  const equals = text.startsWith('--') ? text.indexOf('=') : -1;
  if (equals >= 0) {
    const edits = [replaceColumns(line, from + equals, from + equals + 1, ' ')];
    return [{ title: 'Replace the = with a space', edits, preferred: true, safe: true }];
  }
  const edits = [replaceColumns(line, from + 2, from + 2, ' ')];
  // `-syn` may be -s with its value, and is rather --syn with a dash too few.
  const isLong = reading.scope.find(`-${text}`)?.kind === 'extension';
  const apart: Fix = { title: 'Add a space after the option', edits, preferred: !isLong, safe: !isLong };
  if (!isLong) return [apart];
  return [{ title: 'Write two dashes', edits: [replaceColumns(line, from, from, '-')], preferred: true }, apart];
};

/** `--syn=1`: what is joined to an option that takes nothing. */
export const removeJoinedValue: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const { words } = rule.reading;
  const word = rule.wordAt(start);
  const equals = rule.text.indexOf('=', words[word]?.start ?? start);
  const end = words[word]?.end ?? equals;
  if (equals < 0 || equals >= end) return [];
  const columns = { start: equals, end };
  return [{ title: `Remove ${rule.text.substring(equals, end)}`, edits: [rule.replace(columns, '')], preferred: true }];
};

/** An option that does not go with the command, or with another option: it goes. */
export const removeOption: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const option = rule.option(rule.wordAt(start));
  const title = `Remove ${rule.raw(option)}`;
  return [{ title, edits: [rule.without(option)], preferred: true }];
};

/** A rule that begins with its conditions: the chain that it is for. */
export const addCommand: Fixer = (file, { line }) => {
  const block = file.blockAt(line);
  const rule = ruleLine(file, line);
  if (rule.reading.words.length === 0 || !block?.table) return [];
  const chains = [...block.chains.values()].filter(({ builtin }) => builtin).map(({ name }) => name);
  const first = rule.stretch(0, 0);
  return chains
    .slice(0, 3)
    .map(
      (name, i): Fix => ({ title: `Add -A ${name}`, edits: [rule.before(first, `-A ${name}`)], preferred: i === 0 }),
    );
};

/** `-I INPUT 5` past the end appends; what asks for a rule that is not there goes. */
export const mendNumber: Fixer = (file, { line, start, end }) => {
  const rule = ruleLine(file, line);
  const { reading } = rule;
  const isRule = reading.letter === 'I' || reading.letter === 'R';
  if (!isRule || rule.wordAt(start) !== reading.chainWord + 1)
    return [{ title: 'Remove the line', edits: [removeLine(line)], preferred: true }];
  const columns = { start: reading.words[reading.commandWord]?.start ?? 0, end };
  const edits = [rule.replace(columns, `-A ${reading.chain ?? ''}`)];
  return [{ title: `Append the rule to ${reading.chain ?? ''}`, edits, preferred: true }];
};

/** `-I INPUT 0`: rules are counted from 1. `-I 1 INPUT`: the number stands behind the chain. */
export const mendRuleNumber: Fixer = (file, { line, start, end }) => {
  const rule = ruleLine(file, line);
  const { chain = '', chainWord } = rule.reading;
  if (/^[1-9]\d*$/.test(chain) && rule.wordAt(start) === chainWord + 1) {
    const columns = { start: rule.reading.words[chainWord]?.start ?? start, end };
    const text = `${rule.text.substring(start, end)} ${chain}`;
    return [{ title: `Write ${text}`, edits: [rule.replace(columns, text)], preferred: true }];
  }
  if (rule.reading.letter !== 'I' || !/^-?0+$/.test(rule.text.substring(start, end))) return [];
  return [{ title: 'Change to 1', edits: [rule.replace({ start, end }, '1')], preferred: true }];
};

/** `--tcp-flags SYN` without which of the flags must be set: all that are named. Any other option goes. */
export const addValue: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const option = rule.option(rule.wordAt(start));
  const flags = rule.word(option.last);
  if (rule.word(option.last - 1) === '--tcp-flags' && /^[A-Z,]+$/.test(flags) && flags !== 'NONE')
    return [{ title: `Add ${flags}`, edits: [rule.behind(option.last, flags)], preferred: true }];
  return withoutValue(rule, rule.wordAt(start));
};

/**
 * `--limit-burst -j ACCEPT`: the option that has no value goes, with it a match that would say nothing. A rule without a
 * condition takes more packets, so that one is not the first choice.
 */
function withoutValue(rule: RuleLine, word: number): Fix[] {
  const { words, uses } = rule.reading;
  if (!/^-/.test(rule.word(word + 1))) return [];
  const use = uses.find((one) => one.word === word);
  const option = use?.found.option;
  const isAll = option?.required && use?.instance.word === word - 1 && words[word - 1]?.role === Role.match;
  const stretch = rule.stretch(isAll ? word - 2 : rule.word(word - 1) === '!' ? word - 1 : word, word);
  const preferred = use ? option?.negatable === undefined : words[word + 1]?.role === Role.match;
  return [{ title: `Remove ${rule.raw(stretch)}`, edits: [rule.without(stretch)], preferred }];
}

/** What an extension cannot do without, where one answer is nearly always meant. */
export const addMissing: Fixer = (file, finding) => {
  const rule = ruleLine(file, finding.line);
  const word = rule.wordAt(finding.start);
  const instance = rule.reading.instances.find((one) => one.word === word);
  if (!instance) return [];
  const texts = additions(rule, instance);
  const fixes = texts.map(
    (text): Fix => ({
      title: `Add ${text}`,
      edits: [rule.behind(instance.word, text)],
      preferred: texts.length === 1,
      safe: text === '--algo bm' || text === '--icmp-type any',
    }),
  );
  if (fixes.length > 0 || !SAYS_NOTHING.has(instance.known.extension.name) || instance.seen !== 0) return fixes;
  const stretch = rule.naming(instance.word);
  return [{ title: `Remove ${rule.raw(stretch)}`, edits: [rule.without(stretch)], preferred: true, safe: true }];
};

/** Matches that match everything when nothing is asked of them, so that a rule without them says the same. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['comment', 'icmp6']);

function additions(rule: RuleLine, { known, seen }: Instance): readonly string[] {
  const { name, options } = known.extension;
  const has = (option: string) => (seen & (1 << options.findIndex((each) => each.name === option))) !== 0;
  const states = ['ESTABLISHED,RELATED', 'NEW'];
  switch (name) {
    case 'state':
      return states.map((value) => `--state ${value}`);
    case 'conntrack':
      return states.map((value) => `--ctstate ${value}`);
    case 'string':
      return has('--string') || has('--hex-string') ? ['--algo bm'] : [];
    case 'icmp':
      return ['--icmp-type any'];
    case 'TCPMSS':
      return ['--clamp-mss-to-pmtu'];
    case 'hashlimit':
      return has('--hashlimit-name') ? [] : [`--hashlimit-name ${freeName(rule)}`];
    case 'statistic':
      return has('--probability') ? ['--mode random'] : has('--every') ? ['--mode nth'] : [];
    case 'recent':
      return ['--set', '--rcheck'];
    default:
      return [];
  }
}

/** -j QUEUE is what NFQUEUE does with queue 0, and loads on both back ends. */
export const useNfqueue: Fixer = (file, { line, start, end }) => {
  const rule = ruleLine(file, line);
  const edits = [rule.replace({ start, end }, 'NFQUEUE --queue-num 0')];
  return [{ title: 'Write NFQUEUE --queue-num 0', edits, preferred: true, safe: true }];
};

/** Where nothing surer is known: the rule stays in the file and is not read. */
export function commentOut(file: RulesFile, line: number): Fix[] {
  const entry = file.entry(line);
  const text = file.lines.line(line);
  if ((entry.kind !== 'command' && entry.kind !== 'chain') || text.length > 10000) return [];
  return [
    {
      title: 'Comment the line out',
      edits: [replaceColumns(line, 0, text.length - text.trimStart().length, '# ')],
      lastResort: true,
    },
  ];
}
