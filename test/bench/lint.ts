// Owns the measuring of iptables-lint as a whole process, beside iptables-legacy-restore on the same file in the same run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoIptables } from '../support/iptables.ts';
import { benchFile } from './rules.ts';
import { median, type Row } from './table.ts';

const LINT = join(import.meta.dirname, '..', '..', 'server', 'bin', 'iptables-lint.js');

/** Seconds of a whole process that must end well. */
function timed(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return seconds;
}

/** A B A B ..., so that what else the machine does falls on both. */
export function measureLint(count: number, rounds: number): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'iptables-bench-'));
  try {
    const file = join(folder, 'rules.v4');
    writeFileSync(file, benchFile(count).text);
    const environment = { ...process.env, XTABLES_LOCKFILE: join(folder, 'lock') };
    const why = whyNoIptables();
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(timed(process.execPath, [LINT, file], environment));
      if (why === undefined)
        theirs.push(timed('unshare', ['-n', 'iptables-legacy-restore', '--test', file], environment));
    }
    const what = `iptables-lint on ${count} rules, whole process`;
    const rows: Row[] = [{ what, value: median(ours), unit: 's', note: `median of ${rounds}` }];
    if (why !== undefined) return [{ what, value: median(ours), unit: 's', note: `no iptables beside it: ${why}` }];
    return [
      ...rows,
      {
        what: 'iptables-legacy-restore --test, the same file',
        value: median(theirs),
        unit: 's',
        note: `median of ${rounds}`,
      },
      {
        what: 'iptables-lint / iptables-legacy-restore --test',
        value: median(ours) / median(theirs),
        unit: '',
        most: 1,
        note: 'the aim is 0.5',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
