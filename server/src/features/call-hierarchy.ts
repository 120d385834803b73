// Call hierarchy: which chains hand packets to a chain, and to which it hands them, by jumps and gotos of their rules.

import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Position,
  type Range,
  SymbolKind,
} from 'vscode-languageserver-types';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { makerFor } from './navigation/makers.ts';
import { mentionsInLines, mentionsOf, namesBeside } from './navigation/mentions.ts';
import { subjectAt } from './navigation/names.ts';
import { rangeOf, rangeOfLines } from './navigation/ranges.ts';

/** An item as the client sends it back: the lines may have moved since. */
export type AskedItem = Pick<CallHierarchyItem, 'uri' | 'name' | 'selectionRange'>;

/** The chain at a place; undefined where no chain is named that some line makes. */
export function callHierarchyItemAt(file: RulesFile, uri: string, position: Position): CallHierarchyItem | undefined {
  const subject = subjectAt(file, position.line, position.character);
  return subject?.block && itemOf(file, uri, subject.block, subject.named.text, position.line);
}

/** The chain for which a name stands in a line. */
function itemOf(
  file: RulesFile,
  uri: string,
  block: TableBlock,
  name: string,
  line: number,
): CallHierarchyItem | undefined {
  const chain = block.chains.get(name);
  if (!chain?.declared) return undefined;
  const at = makerFor(block, chain, line) ?? Math.min(chain.firstLine, block.lastLine);
  const range = rangeOfLines(file, at);
  const detail = `${block.header.name?.text ?? ''} · ${chain.builtin ? 'built-in chain' : 'chain'}`;
  return { name, kind: SymbolKind.Function, detail, uri, range, selectionRange: range };
}

/** The chains whose rules lead to the item's, in the order of the first that does, with their jumps. */
export function* incomingCallSteps(file: RulesFile, item: AskedItem): Steps<CallHierarchyIncomingCall[]> {
  const found = blockOf(file, item);
  if (!found) return [];
  const { block, line } = found;
  const named = { kind: 'chain', text: item.name, use: 'read', start: 0, end: 0, before: '' } as const;
  const calls = new Calls(file, item.uri, block);
  for (const mention of yield* mentionsOf(file, { named, block }, line)) {
    const rule = file.entry(mention.line);
    if (mention.use === 'read' && isRule(rule)) calls.add(rule.chain ?? '', mention.line, rangeOf(mention));
  }
  return calls.all().map(({ item: from, fromRanges }) => ({ from, fromRanges }));
}

/** The chains that the item's rules lead to, in the order of the first rule that does, with the jumps. */
export function* outgoingCallSteps(file: RulesFile, item: AskedItem): Steps<CallHierarchyOutgoingCall[]> {
  const found = blockOf(file, item);
  if (!found) return [];
  const { block, line } = found;
  const { standing } = block;
  const wanted = standing.nameOf(item.name, line);
  const jumps: { readonly callee: string; readonly line: number; readonly range: Range }[] = [];
  for (const name of standing.hasRenames ? namesBeside(file, block, item.name) : [item.name]) {
    for (const [callee, lines] of block.chains.get(name)?.calls ?? []) {
      const own = standing.hasRenames ? lines.filter((one) => standing.nameOf(name, one) === wanted) : lines;
      for (const mention of yield* mentionsInLines(file, block, callee, own)) {
        if (mention.use === 'read') jumps.push({ callee, line: mention.line, range: rangeOf(mention) });
      }
    }
  }
  const calls = new Calls(file, item.uri, block);
  for (const jump of jumps.sort((a, b) => a.line - b.line)) calls.add(jump.callee, jump.line, jump.range);
  return calls.all().map(({ item: to, fromRanges }) => ({ to, fromRanges }));
}

/** The table that the item's chain is one of, and the line in which its name stands for it. */
function blockOf(
  file: RulesFile,
  { name, selectionRange }: AskedItem,
): { readonly block: TableBlock; readonly line: number } | undefined {
  const { line } = selectionRange.start;
  const block = file.blockAt(line);
  // The line that makes a chain speaks of it; from the next on its name stands for it.
  return block?.chains.has(name) ? { block, line: line + 1 } : undefined;
}

interface Call {
  readonly item: CallHierarchyItem;
  readonly fromRanges: Range[];
}

/** Calls by the chain at their other end. */
class Calls {
  private readonly file: RulesFile;
  private readonly uri: string;
  private readonly block: TableBlock;
  private readonly calls = new Map<string, Call>();

  constructor(file: RulesFile, uri: string, block: TableBlock) {
    this.file = file;
    this.uri = uri;
    this.block = block;
  }

  /** Takes in a call whose other end is called so in a line. A chain that nothing makes is at no end of one. */
  add(name: string, line: number, range: Range): void {
    const now = this.block.standing.nameOf(name, line);
    const known = this.calls.get(now);
    if (known) known.fromRanges.push(range);
    else {
      const item = itemOf(this.file, this.uri, this.block, name, line);
      if (item) this.calls.set(now, { item, fromRanges: [range] });
    }
  }

  all(): readonly Call[] {
    return [...this.calls.values()];
  }
}
