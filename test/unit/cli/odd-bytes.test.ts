// iptables-lint counts lines as the loaders do, and knows how far they read.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CLI = join(import.meta.dirname, '..', '..', '..', 'server', 'src', 'cli.ts');

function lint(text: string): string {
  return spawnSync(process.execPath, ['--no-warnings', CLI, '-'], { input: text, encoding: 'utf8' }).stdout;
}

test('a lone carriage return ends no line', () => {
  const said = lint(
    '*filter\n:INPUT ACCEPT [0:0]\n# one\rtwo\n-A INPUT -p tcp --dport \r22 -j DROP\n-A INPUT -j nowhere\nCOMMIT\n',
  );
  expect(said).toMatch(/^-:5:13: error: "nowhere" is neither/);
  expect(said).toContain('\n1 error, 0 warnings in 1 file\n');
});

test('what stands behind a NUL character is not read, and that is said', () => {
  const said = lint('*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -i eth0 -j DROP\0 -j nowhere\nCOMMIT\n');
  expect(said).toMatch(/^-:3:25: warning: The loader stops reading the line at this NUL character/);
  expect(said).toContain('\n0 errors, 1 warning in 1 file\n');
});
