// iptables-lint with a pipe: one that is slow to give, and one that is slow to take.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CLI = join(import.meta.dirname, '..', '..', '..', 'server', 'src', 'cli.ts');
const PIECES = [
  '*filter\n:INPUT ACCEPT [0:0]\n',
  '-A INPUT -p tcp --dport 22 -j ACC',
  'EPT\n-A INPUT -j nowhere\nCOMMIT\n',
];

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What it prints and its exit status, for a text that comes in pieces. */
async function lint(
  pieces: readonly string[],
  args: readonly string[],
): Promise<{ said: string; status: number | null }> {
  const child = spawn(process.execPath, ['--no-warnings', CLI, ...args, '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for (const piece of pieces) {
    await later(150);
    child.stdin.write(piece);
  }
  child.stdin.end();
  let said = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) said += text;
  return { said, status: await ended };
}

test('a text that comes slowly is read to its end', async () => {
  const { said, status } = await lint(PIECES, []);
  expect(said).toContain('-:4:13: error: "nowhere" is neither a target nor a chain of this table.');
  expect(status).toBe(1);
});

test('ten thousand findings get through a pipe', async () => {
  const many = `*filter\n:INPUT ACCEPT [0:0]\n${'-A INPUT -j nowhere\n'.repeat(10_000)}COMMIT\n`;
  const { said, status } = await lint([many], ['--format', 'json']);
  expect(JSON.parse(said).files[0].diagnostics).toHaveLength(10_000);
  expect(status).toBe(1);
});
