// Tries a fix on a small file before it is offered: the finding must be gone, and nothing new be wrong.

import type { FileSettings, RulesFile } from '../../ruleset/rules-file.ts';
import { RulesFile as SmallFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { checkFile } from '../check-file.ts';
import type { Finding } from '../finding.ts';
import type { Edit, ErrorsOf, Fix } from '../fix.ts';
import { editedLine } from './rule-line.ts';

/** `good`: gone and nothing new; `warns`: a warning is new; `shows-more`: a mistake that it hid comes to light. */
export type Proof = 'good' | 'warns' | 'shows-more' | 'bad';

/** What a fix does to the finding, as far as its line alone tells; a fix that touches other lines is taken on trust. */
export function proofOf(file: RulesFile, finding: Finding<string>, fix: Fix): Proof {
  const { line } = finding;
  const frame = frameAt(file, line);
  const own: Edit[] = [];
  const below: string[] = [];
  for (const edit of fix.edits) {
    const { start, end } = edit.range;
    if (start.line === line && end.line === line) own.push(edit);
    else if (start.line === line + 1 && end.line === line + 1 && end.character === 0) below.push(edit.text.trimEnd());
    else return 'good';
  }
  const text = file.lines.line(line);
  const edited = editedLine(text, own);
  // The small file has its COMMIT already.
  if (edited === 'COMMIT') return 'good';
  // The small file has no other rules, so that what -D, -R and -I n speak of is never there.
  const isTold = ({ code }: Finding) => code !== 'no-such-rule' || finding.code === code;
  const after = findingsIn(file, frame, [edited, ...below]).filter(isTold);
  // Nothing is left, whatever there was.
  return after.length === 0 ? 'good' : compare(findingsIn(file, frame, [text]).filter(isTold), after, finding);
}

/** The errors that a rule would have in a chain of a table, all chains that it names being there. */
export const errorsOf: ErrorsOf = (file, table, rules) => {
  const block = file.blocks.find((one) => one.table === table);
  return findingsIn(file, { header: `*${table}`, block }, rules).filter(({ severity }) => severity === 'error');
};

/** What a line stands in: its table and the header of it, the file's own where nobody knows the table. */
interface Frame {
  /** Undefined outside of every table. */
  readonly header: string | undefined;
  readonly block: TableBlock | undefined;
}

function frameAt(file: RulesFile, line: number): Frame {
  const block = file.blockAt(line);
  if (!block || line === block.firstLine) return { header: undefined, block };
  return { header: block.table ? `*${block.table}` : file.lines.line(block.firstLine), block };
}

/** Findings of some lines in a table of their own, with those of the file's chains that they name. */
function findingsIn(file: RulesFile, { header, block }: Frame, rules: readonly string[]): Finding[] {
  const text = rules.join('\n');
  const chains = new Set(text.match(/[^\s"]+/g)?.filter((word) => isOwnChain(block?.chains.get(word))) ?? []);
  const declared = [...chains].map((name) => `:${name} - [0:0]`);
  const lines = header === undefined ? [text, ''] : [header, ...declared, text, 'COMMIT', ''];
  return findingsOf(lines.join('\n'), file.settings);
}

/** So many small files are remembered: the same line is tried with each fix of each of its findings. */
const MOST_TRIED = 32;
const tried = new WeakMap<FileSettings, Map<string, Finding[]>>();

function findingsOf(text: string, settings: FileSettings): Finding[] {
  const known = tried.get(settings) ?? new Map<string, Finding[]>();
  tried.set(settings, known);
  const before = known.get(text);
  if (before) return before;
  if (known.size >= MOST_TRIED) known.clear();
  const findings = checkFile(new SmallFile(text, settings));
  known.set(text, findings);
  return findings;
}

function isOwnChain(chain: { readonly declared: boolean; readonly builtin: boolean } | undefined): boolean {
  return chain?.declared === true && !chain.builtin;
}

function compare(before: readonly Finding[], after: readonly Finding[], finding: Finding<string>): Proof {
  const left = new Map<string, number>();
  for (const each of before) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  const had = left.get(keyOf(finding)) ?? 0;
  const has = after.filter((each) => keyOf(each) === keyOf(finding)).length;
  if (had > 0 && has >= had) return 'bad';
  const fresh: Finding[] = [];
  for (const each of after) {
    const count = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), count - 1);
    if (count <= 0) fresh.push(each);
  }
  if (fresh.length === 0) return 'good';
  const errors = fresh.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return 'warns';
  return had > 0 && errors === 1 ? 'shows-more' : 'bad';
}

function keyOf({ code, message }: Finding<string>): string {
  return `${code} ${message}`;
}
