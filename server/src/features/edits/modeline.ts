// The line by which a file says for which family it is: `# iptables: family=6`.

import type { TextEdit } from 'vscode-languageserver-types';
import { modelineOf } from '../../ruleset/family.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';

/**
 * The edits after which the file declares `family`, or with `auto` declares none. A line that says more keeps the
 * rest; a new line becomes the file's first, since only the first ten lines are read. None where nothing changes.
 */
export function declareFamily({ lines }: RulesFile, family: Family | 'auto'): TextEdit[] {
  const found = modelineOf(lines);
  const word = `family=${family}`;
  if (!found) return family === 'auto' ? [] : [replacing([0, 0], [0, 0], `# iptables: ${word}\n`)];
  const { line, start, words, family: at } = found;
  const text = lines.line(line);
  if (family === 'auto') {
    if (!at) return [];
    const rest = words.replace(/\s*\bfamily=[46]\b/, '');
    const alone = rest.trim() === '' && line + 1 < lines.count;
    return [alone ? replacing([line, 0], [line + 1, 0], '') : replacing([line, start], [line, text.length], rest)];
  }
  if (!at) return [replacing([line, text.length], [line, text.length], `${text.endsWith(' ') ? '' : ' '}${word}`)];
  return text.slice(at.start, at.end) === word ? [] : [replacing([line, at.start], [line, at.end], word)];
}

type Place = readonly [line: number, character: number];

function replacing([line, character]: Place, [toLine, toCharacter]: Place, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line: toLine, character: toCharacter } }, newText };
}
