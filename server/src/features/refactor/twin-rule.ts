// Adds the same rule for the other family: to the twin file where there is one, else to a new file beside this one.

import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { readRule } from '../../ruleset/read-rule.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { builtinChains } from '../../vocabulary/tables.ts';
import { translated } from './common/family-words.ts';
import { insertionBelow } from './common/line-edits.ts';
import { isSound } from './common/meaning.ts';
import type { OpenRules, Refactoring } from './common/refactoring.ts';
import { appendAt } from './common/selection.ts';
import { twinNameOf } from './common/twin-name.ts';

export const twinRule: Refactoring = {
  name: 'twin-rule',
  kind: 'refactor.rewrite',
  offers: (selection) => {
    const { file, first, client, block } = selection;
    const placed = selection.isOneLine ? appendAt(file, first) : undefined;
    const uri = twinNameOf(client.uri);
    const table = block?.table;
    if (!placed || uri === undefined || table === undefined) return [];
    const family = file.settings.family === 4 ? 6 : 4;
    const text = translated(placed.rule, family);
    if (text === undefined || !isSound(readRule(text, { ...file.settings, family }))) return [];
    const twin = client.open().find((one) => one.uri === uri && one.file.settings.family === family);
    const title = `Add the same rule for IPv${family} to ${decodeURIComponent(uri.split('/').at(-1) ?? '')}`;
    if (twin) {
      const edits = additionTo(twin, { table, text, chain: placed.chain, rule: placed.rule });
      return edits ? [{ title, change: { workspace: { changes: { [uri]: edits } } } }] : [];
    }
    if (!client.createsFiles || !builtinChains(table).some((name) => name === placed.chain)) return [];
    const policies = builtinChains(table).map((name) => `:${name} ACCEPT [0:0]`);
    const content = [`*${table}`, ...policies, text, 'COMMIT', ''].join('\n');
    return [{ title: `${title}, a new file`, change: { workspace: newFile(uri, content) } }];
  },
};

interface Addition {
  readonly table: string;
  readonly chain: string;
  readonly text: string;
  readonly rule: Rule;
}

/** Behind the last rule of its chain that lets through what comes before it here; undefined where it is there already. */
function additionTo({ file }: OpenRules, { table, chain, text }: Addition): TextEdit[] | undefined {
  const block = file.blocks.findLast((one) => one.table === table);
  const own = block?.chains.get(chain);
  if (!block || !own?.declared || file.refersElsewhere || !block.standing.isInOrder) return undefined;
  if (own.appends.some((line) => file.lines.line(line) === text)) return undefined;
  return insertionBelow(file, lineBefore(file, own.appends) ?? lastAbove(file, block.firstLine, block.lastLine), [
    text,
  ]);
}

/** The last rule of the chain above those that end it or log what is left; undefined where it has no rule above them. */
function lineBefore(file: RulesFile, appends: readonly number[]): number | undefined {
  let at = appends.length;
  while (at > 0 && isRest(file, appends[at - 1] ?? -1)) at--;
  return appends[at - 1];
}

const REST: ReadonlySet<string> = new Set(['DROP', 'REJECT', 'LOG', 'NFLOG']);

function isRest(file: RulesFile, line: number): boolean {
  const entry = file.entry(line);
  return entry.kind === 'command' && entry.object !== undefined && REST.has(entry.object);
}

/** The last chain line or comment above the first rule. */
function lastAbove(file: RulesFile, first: number, last: number): number {
  let line = first;
  while (line < last && file.entry(line + 1).kind === 'chain') line++;
  return line;
}

function newFile(uri: string, content: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: content }] },
    ],
  };
}
