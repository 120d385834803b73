// Owns the measuring of the analysis of packets: whole files of varied rules, edits of one, and its memory.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packetFindingSteps } from '../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { Random } from '../oracle/fuzz/random.ts';
import { median, quantile, type Row } from './table.ts';
import { zonesFile } from './zones.ts';

const SIZES = [
  [1_000, 60],
  [10_000, 250],
  [100_000, 1700],
] as const;
const EDITED = 10_000;
const EDITS = 200;

function look(file: RulesFile): number {
  const start = performance.now();
  for (const _ of packetFindingSteps(file));
  return performance.now() - start;
}

/** The shortest of three, each of a file that was just read. */
function whole(text: string): number {
  return Math.min(...[1, 2, 3].map(() => look(new RulesFile(text))));
}

/** Megabytes that a process has in the end which read and looked at so many rules. */
function resident(count: number): number {
  const script = join(import.meta.dirname, 'packet-memory.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, script, String(count)], {
    encoding: 'utf8',
  });
  const bytes = Number.parseInt(stdout, 10);
  if (Number.isNaN(bytes)) throw new Error(`${script} ended without a number: ${stderr}`);
  return bytes / 1e6;
}

function editTimes(): { readonly times: readonly number[]; readonly top: number; readonly undo: number } {
  const file = new RulesFile(zonesFile(EDITED));
  look(file);
  const random = new Random('edits');
  const first =
    Array.from({ length: file.lineCount }, (_, i) => i).find((i) => file.lines.line(i).startsWith('-A')) ?? 0;
  const ruleLine = () => random.int(first, file.lineCount - 3);
  const times = Array.from({ length: EDITS }, (_, i) => {
    const line = ruleLine();
    const start = { line, character: 0 };
    if (i % 3 === 0) file.edit({ start, end: start }, `${file.lines.line(ruleLine())}\n`);
    else if (i % 3 === 1) file.edit({ start, end: { line: line + 1, character: 0 } }, '');
    else file.edit({ start, end: { line: line + 1, character: 0 } }, `${file.lines.line(ruleLine())}\n`);
    return look(file);
  });
  const at = { line: first, character: 0 };
  file.edit({ start: at, end: at }, '-A FORWARD -j DROP\n');
  const top = look(file);
  file.edit({ start: at, end: { line: first + 1, character: 0 } }, '');
  return { times, top, undo: look(file) };
}

export function measurePackets(): Row[] {
  const sizes = SIZES.map(([count, most]): Row => {
    return { what: `which of ${count} varied rules packets reach`, value: whole(zonesFile(count)), unit: 'ms', most };
  });
  const { times, top, undo } = editTimes();
  return [
    ...sizes,
    { what: 'memory of a process that does that', value: resident(100_000), unit: 'MB', most: 500 },
    { what: `the same after an edit of ${EDITED} rules, median`, value: median([...times]), unit: 'ms', most: 1 },
    { what: 'the same, p95', value: quantile([...times], 0.95), unit: 'ms', most: 15 },
    { what: 'the same, worst', value: Math.max(...times), unit: 'ms', most: 100 },
    { what: 'after a rule on top that drops everything', value: top, unit: 'ms', most: 100 },
    { what: 'after that rule is taken away', value: undo, unit: 'ms', most: 100 },
  ];
}
