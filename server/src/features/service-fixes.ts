// The fix for a line that holds nothing but names of services: the rules that let them through take its place.

import type { TextEdit } from 'vscode-languageserver-types';
import type { Edit, Fix } from '../check/fix.ts';
import type { AnyFinding } from '../lint/lint-file.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { Service } from '../vocabulary/service-catalogue.ts';
import { servicesCalled } from '../vocabulary/service-search.ts';
import { insertServiceRuleSteps } from './edits/service-insertion.ts';

/** What such a line is taken for. */
const CODES: ReadonlySet<string> = new Set(['stray-word', 'outside-table']);
/** A longer line is no list of services, and more services than this are none that somebody types. */
const LONGEST_LINE = 200;

/**
 * The fixes for a finding on a line such as `ssh` or `ssh, http`, the likeliest first: what the command Insert Service
 * Rules would insert, in the right place of the filter table. None where the line says anything else.
 */
export function* serviceFixes(file: RulesFile, { code, line, start }: AnyFinding): Steps<Fix[]> {
  const text = file.lines.line(line);
  if (!CODES.has(code) || text.length > LONGEST_LINE || text.slice(0, start).trim() !== '') return [];
  const fixes: Fix[] = [];
  for (const services of servicesOf(text)) {
    const ids = services.map(({ id }) => ({ id }));
    const inserted = yield* insertServiceRuleSteps(file, { services: ids, direction: 'default' });
    const labels = services.map(({ label }) => label).join(', ');
    const title = inserted.length > 0 ? `Insert rules for ${labels}` : `Remove the line: rules for ${labels} are there`;
    fixes.push({ title, edits: inPlaceOf(file, line, inserted), preferred: fixes.length === 0 });
  }
  return fixes;
}

/** The services that a line names: one list, or for a single name one for each service that it may stand for. */
function servicesOf(text: string): readonly (readonly Service[])[] {
  const whole = servicesCalled(text);
  if (whole.length > 0) return whole.map((service) => [service]);
  const words = text.trim().split(/[\s,]+/);
  const each = words.filter((word) => word !== '').map((word) => servicesCalled(word)[0]);
  const known = each.filter((service) => service !== undefined);
  return known.length === each.length && known.length > 0 ? [[...new Set(known)]] : [];
}

/** The edits, and the line goes; what is put right there takes its place. */
function inPlaceOf(file: RulesFile, line: number, edits: readonly TextEdit[]): Edit[] {
  const isLast = line === file.lineCount - 1;
  const start = { line, character: 0 };
  const end = isLast ? { line, character: file.lines.line(line).length } : { line: line + 1, character: 0 };
  const isHere = ({ range }: TextEdit) =>
    range.start.line === line || (range.start.line === end.line && range.end.line === end.line && !range.end.character);
  const here = edits.filter(isHere).map(({ newText }) => newText);
  let text = here.join('');
  // What is put behind a last line begins with its line end; two blank lines in a row are one too many.
  if (isLast && text.startsWith('\n')) text = text.slice(1);
  if (text.startsWith('\n') && (line === 0 || file.lines.line(line - 1).trim() === '')) text = text.slice(1);
  const others = edits.filter((edit) => !isHere(edit)).map(({ range, newText }): Edit => ({ range, text: newText }));
  return [...others, { range: { start, end }, text }].sort((a, b) => a.range.start.line - b.range.start.line);
}
