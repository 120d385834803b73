// Owns `npm run bench`: the figures of speed and memory, measured in one run, as one table.
// Run: npm run bench -- [--only lint,editing,requests,packets,trace,hostile] [--rules 100000] [--rounds 5] [--hostile 200000]
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureEditing } from './editing.ts';
import { measureHostile } from './hostile.ts';
import { measureLint } from './lint.ts';
import { measurePackets } from './packets.ts';
import { measureRequests } from './requests.ts';
import { holds, type Row, render } from './table.ts';
import { measureTraces } from './trace.ts';

const PARTS = ['lint', 'editing', 'requests', 'packets', 'trace', 'hostile'] as const;
type Part = (typeof PARTS)[number];

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} takes a whole number from 1 on, not "${text}".`);
  return number;
}

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: PARTS.join(',') },
      rules: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '5' },
      hostile: { type: 'string', default: '200000' },
    },
  });
  const unknown = values.only.split(',').find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}"; the parts are ${PARTS.join(', ')}.`);
  const parts = values.only.split(',').filter(isPart);
  return {
    parts,
    rules: positive('rules', values.rules),
    rounds: positive('rounds', values.rounds),
    hostile: positive('hostile', values.hostile),
  };
}

/** Measures and prints; answers 1 where a figure is not reached. */
export default async function main(args: string[]): Promise<number> {
  const { parts, rules, rounds, hostile } = readArguments(args);
  if (!existsSync(join(import.meta.dirname, '..', '..', 'server', 'dist', 'main.node.js'))) {
    console.error('The server is not built; run `npm run build` first.');
    return 2;
  }
  console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}`);
  const rows: Row[] = [];
  if (parts.includes('lint')) rows.push(...measureLint(rules, rounds));
  if (parts.includes('editing')) rows.push(...(await measureEditing(rules)));
  if (parts.includes('requests')) rows.push(...(await measureRequests(rules)));
  if (parts.includes('packets')) rows.push(...measurePackets());
  if (parts.includes('trace')) rows.push(...measureTraces(rules));
  if (parts.includes('hostile')) rows.push(...measureHostile(hostile));
  console.log(render(rows));
  const missed = rows.filter((row) => !holds(row)).length;
  console.log(`${rows.filter(({ most }) => most !== undefined).length - missed} reached, ${missed} missed`);
  return missed === 0 ? 0 : 1;
}
