// The columns and words in which an explanation is shown, as text or as Markdown.

import type { Action, HookTable, Row } from '../../analysis/explain/explain.ts';
import type { Explanation } from './explanation.ts';

const ACTIONS: Readonly<Record<Action, string>> = {
  accept: 'accepts',
  reject: 'rejects',
  drop: 'drops',
  queue: 'hands to a program',
  log: 'logs',
  unknown: 'does what cannot be told with',
};

const HOOKS: Readonly<Record<string, string>> = {
  INPUT: 'packets to this machine',
  OUTPUT: 'packets from this machine',
  FORWARD: 'packets through this machine',
  PREROUTING: 'packets that come in, before they are routed',
  POSTROUTING: 'packets that go out, after they are routed',
};

export interface Section {
  readonly title: string;
  /** What becomes of the rest. */
  readonly rest: string;
  readonly groups: readonly { readonly action: string; readonly rows: readonly Row[] }[];
  readonly note?: string;
}

/** The order in which people want to know. */
const ORDER: readonly Action[] = ['accept', 'reject', 'drop', 'queue', 'log', 'unknown'];

export function sectionsOf({ hooks }: Explanation): readonly Section[] {
  return hooks.map(sectionOf);
}

function sectionOf({ table, hook, policy, rows }: HookTable): Section {
  const title = `${table} ${hook}: ${HOOKS[hook] ?? 'packets'}`;
  const rest = policy === 'DROP' ? 'Everything else is dropped.' : 'Everything else passes.';
  if (!rows) return { title, rest, groups: [], note: 'Too many rules meet here to list what they do.' };
  // What is accepted and would be anyway is no news, nor is what is dropped and would be.
  const usual = policy === 'DROP' ? 'drop' : 'accept';
  const told = rows.filter(({ action, except }) => action !== usual || except.length > 0);
  const groups = ORDER.flatMap((action) => {
    const own = told.filter((row) => row.action === action);
    return own.length === 0 ? [] : [{ action: ACTIONS[action], rows: own }];
  });
  return { title, rest, groups };
}

export const COLUMNS = ['what', 'from', 'to', 'by', 'state', 'if', 'except', 'lines'] as const;

/** The cells of a row, in the order of `COLUMNS`; empty for whatever. */
export function cellsOf(row: Row): readonly string[] {
  const { service, from, to, input, output, state, others, dependsOn, lines } = row;
  const by = [...(input === undefined ? [] : [`in ${input}`]), ...(output === undefined ? [] : [`out ${output}`])];
  const open = dependsOn.map((name) => `${name} allows`);
  return [
    service,
    from ?? '',
    to ?? '',
    by.join(', '),
    state ?? '',
    [...others, ...open].join(', '),
    exceptText(row),
    lines.join(', '),
  ];
}

/** Of more exceptions only the lines are told. */
const MOST_TOLD = 3;

function exceptText({ action, except }: Row): string {
  if (action === 'accept' && except.length <= MOST_TOLD)
    return except.map(({ action: other, words, line }) => `${words} (${PAST[other]}, line ${line})`).join('; ');
  const lines = [...new Set(except.map(({ line }) => line))].sort((a, b) => a - b);
  return lines.length === 0
    ? ''
    : `what line${lines.length === 1 ? '' : 's'} ${spans(lines)} take${lines.length === 1 ? 's' : ''} first`;
}

/** `6-10, 16` */
function spans(lines: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else parts.push([line, line]);
  }
  return parts.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}

const PAST = {
  accept: 'accepted',
  reject: 'rejected',
  drop: 'dropped',
  queue: 'handed to a program',
  log: 'logged',
  unknown: 'unknown',
  return: 'not looked at here',
} as const;

/** What is to be said below all sections. */
export function notesOf({ uncertain }: Explanation): readonly string[] {
  return uncertain.map(
    (table) =>
      `Nothing is said of the table ${table}: which rules it has is not certain, because it stands twice, is a fragment, or has lines that cannot be read.`,
  );
}
