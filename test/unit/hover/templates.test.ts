// What a hover says in a template: of a placeholder that it is one, and of all else what it says elsewhere.

import { describe, expect, it, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { completionsOf } from '../../../server/src/features/completion.ts';
import { hoverOf } from '../../../server/src/features/hover.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const LINES = [
  '*{{ table }}',
  ':INPUT {{ policy }} [0:0]',
  ':{{ chain }} - [0:0]',
  ':web-{{ n }} - [{{ count }}:0]',
  '{% if ssh %}',
  '-A INPUT -s {{ net }} -p tcp --dport={{ port }} -j ACCEPT',
  '-A INPUT ! -s 10.{{ n }}.0.0/16,192.0.2.1 -m {{ match }} {{ more }} -j {{ target }}',
  '-A {{ chain }} -p {{ proto }} --dport 22 -g <%= chain %>',
  '-I {{ chain }} 3 -s"$NET" -c {{ a }} {{ b }} -j LOG --log-prefix "{{ why }} "',
  '-P INPUT {{ policy }}',
  '-E {{ one }} two',
  '# {{ remark }}',
  '{% endif %}',
  'COMMIT',
  '',
];
const PRIVATE = '\uE000';

const file = new RulesFile(LINES.join('\n'), { ...DEFAULT_SETTINGS, template: true });

function hover(line: number, column: number): { says: string; marks: string } | undefined {
  const found = hoverOf(file, { line, character: column });
  if (!found?.range || !MarkupContent.is(found.contents)) return undefined;
  return { says: found.contents.value, marks: file.lines.text(found.range) };
}

function hoverIn(text: string, within = text): { says: string; marks: string } | undefined {
  const line = LINES.findIndex((one) => one.includes(text));
  return hover(line, (LINES[line] ?? '').indexOf(text) + text.indexOf(within) + 1);
}

describe('a placeholder', () => {
  test.each(['{{ net }}', '{{ port }}', '{{ policy }}', '{{ table }}', '{{ match }}', '<%= chain %>', '$NET'])(
    '%s is filled in later',
    (text) => {
      const found = hoverIn(text);
      expect(found?.marks).toBe(text);
      expect(found?.says).toBe(
        `**\`${text}\`** · placeholder of the template\n\nFilled in later, so its value is not known yet.`,
      );
    },
  );

  it('makes its whole word unknown', () => {
    expect(hoverIn('10.{{ n }}.0.0/16', '0.0/16')?.says).toContain('placeholder of the template');
  });

  it('says nothing in a comment', () => expect(hoverIn('{{ remark }}')).toBeUndefined());
});

test('all else says what it says elsewhere', () => {
  expect(hoverIn('--dport={{', '--dport')?.says).toContain('The port the segment is for.');
  expect(hoverIn('-j ACCEPT', 'ACCEPT')?.says).toContain('Lets the packet through');
  expect(hoverIn(' 3 -s"', '3')?.says).toContain('A position in the chain; its first rule is 1.');
});

test('nothing that is shown holds the sign that stands for a placeholder', () => {
  for (const [line, text] of LINES.entries()) {
    for (let column = 0; column <= text.length; column++) {
      const position = { line, character: column };
      expect(JSON.stringify(hoverOf(file, position)), `${text} at ${column}`).not.toContain(PRIVATE);
      expect(JSON.stringify(completionsOf(file, position)), `${text} at ${column}`).not.toContain(PRIVATE);
    }
  }
});
