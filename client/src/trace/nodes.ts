// The steps of a trace below each other: what the tree shows.

import type { PacketTrace, TraceStepKind } from '../../../server/src/features/trace/protocol.ts';

/** An entry of the tree. */
export interface TraceNode {
  readonly text: string;
  readonly detail?: string;
  readonly icon: string;
  /** Counted from zero. */
  readonly line?: number;
  readonly children: TraceNode[];
}

const ICONS: Readonly<Record<TraceStepKind, string>> = {
  hook: 'milestone',
  table: 'table',
  chain: 'link',
  passed: 'dash',
  matches: 'check',
  depends: 'question',
  policy: 'law',
  changed: 'edit',
  note: 'info',
};

/** The steps below each other, the verdict behind them with what it depends on, and what becomes of the answer. */
export function nodesOf({
  steps,
  sentence,
  verdict,
  questions,
  reply,
}: Omit<PacketTrace, 'packet' | 'title'>): readonly TraceNode[] {
  const roots: TraceNode[] = [];
  const open: TraceNode[] = [];
  for (const { kind, depth, text, detail, line } of steps) {
    const node: TraceNode = {
      text,
      icon: ICONS[kind],
      children: [],
      ...(detail !== undefined && { detail }),
      ...(line !== undefined && { line }),
    };
    open.length = Math.min(open.length, depth);
    const siblings = open.at(-1)?.children ?? roots;
    siblings.push(node);
    open.push(node);
  }
  const hangsOn = questions.map(({ text, line }) => ({
    text,
    icon: 'question',
    children: [],
    ...(line !== undefined && { line }),
  }));
  const end: TraceNode = { text: sentence, icon: iconOf(verdict), children: hangsOn };
  if (!reply) return [...roots, end];
  const { text, line } = reply;
  const back = { text, icon: iconOf(reply.verdict), children: [], ...(line !== undefined && { line }) };
  return [...roots, end, back];
}

function iconOf(verdict: PacketTrace['verdict']): string {
  return verdict === 'accept' ? 'pass' : verdict === 'unknown' ? 'question' : 'error';
}
