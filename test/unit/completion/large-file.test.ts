// Hover and completion cost the same in a file of a hundred thousand rules as in a small one.

import { expect, test } from 'vitest';
import { completionListOf } from '../../../server/src/features/completion.ts';
import { hoverOf } from '../../../server/src/features/hover.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** What VS Code says of itself. */
const EDITOR = { snippets: true, markdown: true, labelDetails: true, resolves: true };
const RULES = 100_000;
const CURSORS: readonly string[] = [
  '-A INPUT ',
  '-A INPUT -j ',
  '-A INPUT -m ',
  '-A INPUT -p tcp --dport ',
  '-A INPUT -i ',
  '-A INPUT -s ',
  '-A ',
];

function largeFile(): RulesFile {
  const lines = ['*filter', ':INPUT DROP [0:0]', ':services - [0:0]'];
  for (let i = 0; i < RULES; i++)
    lines.push(
      `-A INPUT -s 10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255} -i eth${i % 7} -p tcp --dport ${i % 65536} -j services`,
    );
  lines.push('', 'COMMIT', '');
  return new RulesFile(lines.join('\n'));
}

/** The middle of nine runs after a first, in milliseconds: machines that run tests are busy. */
function median(run: () => void): number {
  run();
  const times = Array.from({ length: 9 }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[4] ?? 0;
}

test('in a file of 100,000 rules', () => {
  const file = largeFile();
  const line = RULES + 3;
  const slow: string[] = [];
  for (const text of CURSORS) {
    file.edit({ start: { line, character: 0 }, end: { line, character: file.lines.line(line).length } }, text);
    const time = median(() => completionListOf(file, { line, character: text.length }, EDITOR));
    if (time > 5) slow.push(`completion after ${JSON.stringify(text)}: ${time.toFixed(2)} ms`);
  }
  const rule = 50_000;
  for (let character = 0; character < file.lines.line(rule).length; character++) {
    const time = median(() => hoverOf(file, { line: rule, character }));
    if (time > 3) slow.push(`hover at ${character}: ${time.toFixed(2)} ms`);
  }
  expect(slow).toEqual([]);
});
