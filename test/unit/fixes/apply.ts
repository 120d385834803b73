// Owns applying fixes to a text in the fixes' tests, as strictly as an editor does.
import type { Edit } from '../../../server/src/check/fix.ts';
import { type AnyFinding, findingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../../server/src/syntax/lines.ts';
import type { Family } from '../../support/iptables.ts';

/** The text after the edits, which all speak of the text before them. Throws where two overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const lines = new LineArray(text);
  const spans = edits.map(({ range, text: put }) => ({
    from: lines.offsetAt(range.start),
    to: lines.offsetAt(range.end),
    put,
  }));
  spans.sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  let last = -1;
  for (const { from, to, put } of spans) {
    if (from < at || from === last) throw new Error(`Two edits meet at ${from}.`);
    result += text.slice(at, from) + put;
    at = to;
    last = from;
  }
  return result + text.slice(at);
}

export function readFile(text: string, family: Family): RulesFile {
  return new RulesFile(text, { ...DEFAULT_SETTINGS, family });
}

/** What the loaders refuse in a text, as far as we say so. */
export function errorsIn(text: string, family: Family): AnyFinding[] {
  return findingsOf(readFile(text, family)).filter(({ severity }) => severity === 'error');
}

/** A finding without its place, which a fix elsewhere may shift. */
export function nameOf({ code, message }: AnyFinding): string {
  return `${code}: ${message.replace(/\bline \d+/g, 'line N')}`;
}
