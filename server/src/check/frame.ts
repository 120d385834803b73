// What the loaders refuse about a file's frame: tables, chain lines, COMMIT.

import { LOOKALIKE } from '../ruleset/repairs.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { isBuiltin, type TableBlock } from '../ruleset/table-block.ts';
import { byteLength } from '../syntax/bytes.ts';
import type { ChainLine, Piece } from '../syntax/line.ts';
import { Eol } from '../syntax/lines.ts';
import { UNKNOWN } from '../syntax/template.ts';
import { nearest } from '../vocabulary/nearest.ts';
import type { RefusedBy, TableName } from '../vocabulary/schema.ts';
import { builtinChains, isPolicy, TABLE_NAMES } from '../vocabulary/tables.ts';
import { isVerdict, verdictCalled } from '../vocabulary/verdicts.ts';
import { type Told, told } from './codes/index.ts';
import { characterName, tablesWith } from './codes/names.ts';
import { EVERYONE, type Finding, LEGACY, type Report } from './finding.ts';

/** Findings about tables and COMMIT. */
export function checkFrame(file: RulesFile, report: Report): void {
  const { template } = file.settings;
  if (template && file.unknownLines > 0) return;
  for (const line of file.strays) {
    if (hasMark(file, line)) reportMark(line, report);
    else
      report({
        ...told('outside-table', ({ says }) => says()),
        line,
        start: 0,
        end: file.lines.line(line).length,
      });
  }
  file.blocks.forEach((block, i) => {
    if (hasMark(file, block.firstLine)) reportMark(block.firstLine, report);
    checkHeader(file, block, report);
    if (block.commitLine < 0 && file.stop < 0) reportMissingCommit(file, block, file.blocks[i + 1], report);
  });
  checkLastLine(file, report);
}

function hasMark(file: RulesFile, line: number): boolean {
  return file.lines.line(line).startsWith('\uFEFF');
}

/** The mark that some editors put before the first character of a file; where files were joined it is further down. */
function reportMark(line: number, report: Report): void {
  const said = told('byte-order-mark', ({ says }) => (line === 0 ? says.first() : says.further()));
  report({ ...said, line, start: 0, end: 1 });
}

/** A line with -V or -h, which loads and is hardly meant. */
export function checkReadingEnd(file: RulesFile, add: (finding: Finding) => void): void {
  if (file.stop < 0) return;
  add({
    ...told('reading-ends', ({ says }) => says()),
    severity: 'warning',
    line: file.stop,
    start: 0,
    end: file.lines.line(file.stop).length,
  });
}

function checkHeader(file: RulesFile, block: TableBlock, report: Report): void {
  const line = block.firstLine;
  const { name } = block.header;
  if (!name) {
    report({
      ...told('unknown-table', ({ says }) => says.nameless()),
      line,
      start: 0,
      end: file.lines.line(line).length,
    });
  } else if (!block.table && !name.text.includes(UNKNOWN)) {
    const suggestions = nearest(name.text, TABLE_NAMES);
    report({
      ...told('unknown-table', ({ says }) => says.unknown(name.text, suggestions)),
      line,
      start: name.start,
      end: name.end,
      suggestions,
    });
  }
}

function reportMissingCommit(file: RulesFile, block: TableBlock, next: TableBlock | undefined, report: Report): void {
  const name = block.header.name?.text ?? '';
  if (next) {
    report({
      ...told('missing-commit', ({ says }) => says.beforeNext(name)),
      line: next.firstLine,
      start: 0,
      end: file.lines.line(next.firstLine).length,
    });
    return;
  }
  const last = file.lines.count - 1;
  report({
    ...told('missing-commit', ({ says }) => says.atEnd(name)),
    line: last,
    start: 0,
    end: file.lines.line(last).length,
  });
}

/** A last COMMIT without a line break is no COMMIT to the legacy loader. */
function checkLastLine(file: RulesFile, report: Report): void {
  const last = file.lines.count - 1;
  const block = file.blocks.at(-1);
  if (!block || block.commitLine !== last || file.lines.eol(last) !== Eol.none) return;
  if (file.entry(last).kind !== 'commit') return;
  report({
    ...told('missing-final-newline', ({ says }) => says()),
    line: last,
    start: 0,
    end: 6,
  });
}

type Say = (refused: RefusedBy, said: Told, part: Part, suggestions?: readonly string[]) => void;
type Part = { readonly start: number; readonly end: number };

/** Findings about one `:CHAIN POLICY [packets:bytes]` line; `sent`: the table's COMMIT is read. */
export function checkChainLine(
  file: RulesFile,
  block: TableBlock,
  entry: ChainLine,
  line: number,
  sent: boolean,
  report: Report,
): void {
  const say: Say = (refusedBy, said, { start, end }, suggestions) => {
    report({ ...said, line, start, end, refusedBy, ...(suggestions && { suggestions }) });
  };
  const { name, policy, counters } = entry;
  if ([name, policy, counters].some((piece) => piece?.text.includes(UNKNOWN))) return;
  if (!name) {
    const said = told('bad-chain-line', ({ says }) => says());
    say(EVERYONE, said, { start: 0, end: file.lines.line(line).length });
    return;
  }
  if (isInPieces(entry, say) || hasBlanks(entry, say)) return;
  checkChainName(name, say);
  const chain = block.chains.get(name.text);
  if (chain && !chain.builtin && chain.declarations[0] !== line) {
    const said = told('chain-exists', ({ says }) => says.declared(name.text));
    say(LEGACY, said, name);
  }
  const builtin = isBuiltin(block.table, name.text);
  if (!policy) {
    const said = told('missing-policy', ({ says }) => says(builtin ? '"ACCEPT" or "DROP"' : '"-"'));
    say(EVERYONE, said, name);
    return;
  }
  if (builtin) checkPolicy(policy, sent ? EVERYONE : LEGACY, say);
  else if (policy.text !== '-') {
    say(LEGACY, toldUserPolicy(block.table, name.text), policy, ['-']);
  }
  if (counters && policy.text !== '-' && !/^\[[ \t]*[-+]?\d+:[ \t]*[-+]?\d+/.test(counters.text)) {
    const said = told('bad-counters', ({ says }) => says());
    say({ since: '1.8.11' }, said, counters);
  }
}

/** A policy of a chain that is not built in: here, or at all. */
function toldUserPolicy(table: TableName | undefined, name: string): Told {
  const isElsewhere = tablesWith(name).length > 0;
  return told('policy-on-user-chain', ({ says }) =>
    table && isElsewhere
      ? says.otherTable(table, name)
      : says.line(name, table && nearest(name, builtinChains(table))[0]),
  );
}

/** Two words, or words with a blank of another kind between them, where the name of a chain stands: one slip. */
function isInPieces({ name, policy, counters, rest }: ChainLine, say: Say): boolean {
  const odd = name ? LOOKALIKE.exec(name.text) : null;
  if (name && odd && policy?.text !== '-') {
    const start = name.start + odd.index;
    const said = told('wrong-character', ({ says }) => says(characterName(odd[0])));
    say(policy ? LEGACY : EVERYONE, said, { start, end: start + 1 });
    return true;
  }
  if (!name || !policy || !counters || !rest || !(counters.text === '-' || isPolicy(counters.text))) return false;
  const said = told('target-name', ({ says }) => says.twoWords());
  say(LEGACY, said, { start: name.start, end: policy.end });
  return true;
}

/** A carriage return, form feed or vertical tab in a chain's name: a blank to nft from 1.8.9 on. */
function hasBlanks({ name, policy }: ChainLine, say: Say): boolean {
  const odd = name ? /[\v\f\r]/.exec(name.text) : null;
  if (!name || !odd) return false;
  const start = name.start + odd.index;
  const isOwn = policy?.text === '-';
  const character = characterName(odd[0]);
  const said = told('target-name', ({ says }) => (isOwn ? says.blankForNft(character) : says.blank(character)));
  say(isOwn ? NFT_SINCE_9 : { ...LEGACY, also: NFT_SINCE_9 }, said, { start, end: start + 1 });
  return true;
}

/** Before 1.8.9 nft looked at no name of a chain line. */
const NFT_SINCE_9: RefusedBy = { backend: 'nft', since: '1.8.9' };

function checkChainName(name: Piece, say: Say): void {
  const { text } = name;
  if (byteLength(text) > 28) {
    const said = told('chain-name-too-long', ({ says }) => says());
    say(EVERYONE, said, name);
  }
  if (isVerdict(text)) {
    const said = told('chain-clashes-with-target', ({ says }) => says(text));
    say({ ...LEGACY, also: NFT_SINCE_9 }, said, name);
  }
  if (/^[-!]/.test(text)) {
    const said = told('chain-name-start', ({ says }) => says(text));
    say(NFT_SINCE_9, said, name);
  }
}

function checkPolicy(policy: Piece, refusedBy: RefusedBy, say: Say): void {
  if (isPolicy(policy.text) || policy.text === '-') return;
  const { suggestions, ...said } = wrongPolicy(policy.text);
  say(refusedBy, said, policy, suggestions);
}

/** What there is to say of a word that is no policy, and what would be one. */
export function wrongPolicy(text: string): Told & { readonly suggestions: readonly string[] } {
  const called = verdictCalled(text)?.filter(isPolicy) ?? [];
  const upper = text.toUpperCase();
  const said = told('bad-policy', ({ says }) => {
    if (called.length > 0) return says.called(text, called);
    return upper === 'REJECT' ? says.reject(text) : says.other(text);
  });
  const suggestions = called.length > 0 ? called : isPolicy(upper) ? [upper] : ['DROP', 'ACCEPT'];
  return { ...said, suggestions };
}
