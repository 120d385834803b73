// Words that several lint rules say about rules.

import { fateOf, type Verdict } from '../../analysis/verdict.ts';

const ENDINGS = { accept: 'accepts', drop: 'drops', reject: 'rejects', queue: 'queues' } as const;

/** What a rule does with packets, as a verb. */
export function takes(verdict: Verdict): string {
  const fate = fateOf(verdict);
  if (fate !== undefined) return ENDINGS[fate];
  if (verdict.kind === 'return') return 'returns';
  if (verdict.kind === 'goto' || verdict.kind === 'jump') return `sends to "${verdict.name}"`;
  return 'matches';
}

export function writesLog(verdict: Verdict): boolean {
  return verdict.kind === 'continue' && verdict.logs;
}

/** Line numbers, counted from 0, as people count them. */
export function listed(lines: readonly number[]): string {
  const numbers = [...new Set(lines)].sort((a, b) => a - b).map((line) => String(line + 1));
  if (numbers.length <= 1) return `line ${numbers[0] ?? ''}`;
  if (numbers.length > 5) return `lines ${numbers.slice(0, 4).join(', ')} and ${numbers.length - 4} more`;
  return `lines ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;
}
