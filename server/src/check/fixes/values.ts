// Values that are wrong: the suggestions, and what else a wrong value shows to be meant.

import { Role } from '../../ruleset/rule-reader.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Finding } from '../finding.ts';
import type { Fix, Fixer } from '../fix.ts';
import { mendAddress } from './addresses.ts';
import { writeForFamily } from './family.ts';
import { mendPorts } from './ports.ts';
import { asWord, type RuleLine, ruleLine } from './rule-line.ts';
import { ruleForEach } from './two-rules.ts';

const MOST_SUGGESTIONS = 3;

/** Puts each suggestion in place of what is marked; those for a value stand for the whole of it. */
export const useSuggestion: Fixer = (file, finding) => {
  const { line, start, end, code } = finding;
  const suggestions = (finding.suggestions ?? []).slice(0, MOST_SUGGESTIONS);
  if (suggestions.length === 0) return [];
  const rule = ruleLine(file, line);
  const columns = code === 'bad-value' ? rule.valueColumns(rule.wordAt(start)) : { start, end };
  return suggestions.map(
    (text, i): Fix => ({
      title: `Change to ${text}`,
      edits: [rule.replace(columns, asWord(text))],
      preferred: i === 0,
    }),
  );
};

/** A wrong value and the option that it belongs to. */
export interface WrongValue {
  readonly rule: RuleLine;
  /** The word that holds the value. */
  readonly word: number;
  /** The word of the option. */
  readonly option: number;
  /** The option's usual long name, or the letter of a generic one. */
  readonly name: string;
  readonly text: string;
  readonly columns: { readonly start: number; readonly end: number };
  readonly negated: boolean;
}

function wrongValue(file: RulesFile, { line, start }: Finding): WrongValue | undefined {
  const rule = ruleLine(file, line);
  const { reader } = rule;
  const word = rule.wordAt(start);
  const found = reader.found[word];
  if (!found) return undefined;
  let option = word;
  while (option > 0 && reader.roles[option] !== Role.option) option--;
  const columns = rule.valueColumns(word);
  const text =
    columns.start === (reader.words.start[word] ?? 0)
      ? rule.word(word)
      : rule.raw({ ...rule.stretch(word, word), ...columns });
  const name = found.kind === 'generic' ? (found.option.letter ?? found.option.name) : found.option.name;
  return { rule, word, option, name, text, columns, negated: reader.roles[option - 1] === Role.negation };
}

/** Every change that could mend a value; what does not is sorted out by the proof. */
export const mendValue: Fixer = (file, finding) => {
  const wrong = wrongValue(file, finding);
  const fixes = [...useSuggestion(file, finding)];
  if (fixes[0] && wrong && isOnlySpelling(wrong.text, finding.suggestions?.[0])) fixes[0] = { ...fixes[0], safe: true };
  if (!wrong) return fixes;
  fixes.push(...mendPorts(file, wrong), ...mendAddress(wrong), ...mendList(wrong), ...mendRate(wrong));
  if (wrong.name === 'p' && wrong.text.includes(','))
    fixes.push(...ruleForEach(file, wrong.rule, wrong.columns, wrong.text.split(',')));
  fixes.push(...writeForFamily(file, finding));
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
};

/** True where two texts differ in signs and in the case of letters alone: `22-80` and `22:80`, `SSH` and `ssh`. */
function isOnlySpelling(text: string, suggestion: string | undefined): boolean {
  const bare = (each: string) => each.toLowerCase().replace(/[^a-z0-9]/g, '');
  return suggestion !== undefined && bare(text) === bare(suggestion);
}

/** Empty entries and doubles of a list go. */
function mendList({ rule, columns, text }: WrongValue): Fix[] {
  if (!text.includes(',')) return [];
  const entries = text.split(',').map((entry) => entry.trim());
  const kept = [...new Set(entries.filter((entry) => entry !== ''))].join(',');
  if (kept === text || kept === '') return [];
  return [{ title: `Change to ${kept}`, edits: [rule.replace(columns, kept)], safe: true }];
}

const MOST_PACKETS = 10000;
const UNITS: Readonly<Record<string, string>> = { sec: 'second', min: 'minute', hr: 'hour', h: 'hour', d: 'day' };

/** A rate that is too fast becomes the fastest, an unknown unit the one that is meant. */
function mendRate({ rule, columns, text, name }: WrongValue): Fix[] {
  if (!/limit|hashlimit/.test(name)) return [];
  const [count = '', unit = ''] = text.split('/');
  const known = UNITS[unit.toLowerCase().replace(/s$/, '')];
  const isTooFast = Number(count) > MOST_PACKETS && 'second'.startsWith(unit.toLowerCase());
  const better = known !== undefined ? `${count}/${known}` : isTooFast ? `${MOST_PACKETS}/second` : undefined;
  if (better === undefined) return [];
  return [{ title: `Change to ${better}`, edits: [rule.replace(columns, better)] }];
}
