// Takes a remark behind a rule into it as -m comment, and puts the comment of a rule on a line above it.

import { readRule } from '../../ruleset/read-rule.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { byteLength } from '../../syntax/bytes.ts';
import { behindChain, replaced } from '../edits/address-option.ts';
import { lineEdits } from './common/line-edits.ts';
import { isSound, readLine } from './common/meaning.ts';
import type { Offer, Refactoring } from './common/refactoring.ts';
import { appendAt, type Selection } from './common/selection.ts';
import { plainOption, rewritten, wordsOf } from './common/words.ts';

/** The kernel keeps so many bytes of a comment. */
const MOST_BYTES = 255;

export const comment: Refactoring = {
  name: 'comment',
  kind: 'refactor.rewrite',
  offers: (selection) => (selection.isOneLine ? [...fromBehind(selection), ...toLine(selection)] : []),
};

/** `-A INPUT -j ACCEPT # why`, which no loader takes. */
function fromBehind({ file, first: line }: Selection): readonly Offer[] {
  const entry = file.entry(line);
  if (entry.kind !== 'command') return [];
  const remark = entry.faults.find(({ code }) => code === 'trailing-comment');
  if (!remark) return [];
  const text = file.lines.line(line);
  const rule = readRule(text.slice(0, remark.start).trimEnd(), file.settings);
  const words = text
    .slice(remark.start)
    .replace(/^#+\s*/, '')
    .trim();
  const after = commented(file, line, rule, words);
  if (after === undefined || rule.letter !== 'A') return [];
  const title = 'Take the comment into the rule as -m comment';
  return [{ title, change: { edits: lineEdits(file, new Map([[line, [after]]])) } }];
}

/** The rule with a comment of its own; undefined where it has one, or cannot take these words. */
function commented(file: RulesFile, line: number, rule: Rule, words: string): string | undefined {
  if (words === '' || byteLength(words) > MOST_BYTES || /[\0\r]/.test(words)) return undefined;
  if (rule.instanceOf('match', 'comment') || rule.chainWord < 0) return undefined;
  const quoted = `"${words.replace(/["\\]/g, '\\$&')}"`;
  const text = replaced(rule.text, [behindChain(rule, `-m comment --comment ${quoted}`)]);
  const after = readLine(file, line, text);
  const [value] = plainOption(after, '--comment')?.values ?? [];
  return isSound(after) && value?.text === words ? text : undefined;
}

/** A comment of the rule becomes a line above it. */
function toLine({ file, first: line }: Selection): readonly Offer[] {
  const rule = appendAt(file, line)?.rule;
  const option = rule && plainOption(rule, '--comment');
  const words = option?.values[0]?.text ?? '';
  if (!rule || !option || words === '' || rule.instances.filter(isComment).length !== 1) return [];
  const naming = rule.options.find(({ letter, values }) => letter === 'm' && values[0]?.word === option.instance?.word);
  const own = [option, naming].flatMap((one) => (one ? wordsOf(rule, one) : []));
  const text = rewritten(rule, new Map(own.map((word) => [word, ''])));
  if (!isSound(readLine(file, line, text))) return [];
  const title = 'Move the comment to a line above the rule';
  return [{ title, change: { edits: lineEdits(file, new Map([[line, [`# ${words}`, text]]])) } }];
}

function isComment({ known }: Rule['instances'][number]): boolean {
  return known.extension.name === 'comment';
}
