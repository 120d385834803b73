// Words that are wrong, doubled or in the wrong place.

import type { Fix, Fixer } from '../fix.ts';
import { removeWords, replaceColumns } from '../fix.ts';

/** Puts each suggestion in place of what is marked. */
export const useSuggestion: Fixer = (_file, { line, start, end, suggestions }) =>
  (suggestions ?? []).slice(0, 3).map(
    (text, i): Fix => ({
      title: `Change to ${text}`,
      edits: [replaceColumns(line, start, end, text)],
      preferred: i === 0,
    }),
  );

/** Takes an option that stands a second time away, with its value and its negation. */
export const removeSecond: Fixer = (file, { line, start }) => {
  const reader = file.reread(line);
  const word = reader.words.at(start);
  if (word < 0) return [];
  let first = word;
  let last = word;
  while (reader.roles[first - 1] === 3) first--;
  while (last + 1 < reader.words.count && (reader.roles[last + 1] === 2 || reader.roles[last + 1] === 5)) last++;
  const edit = removeWords(file, line, reader.words.start[first] ?? start, reader.words.end[last] ?? start);
  return [{ title: `Remove the second ${reader.words.text[word] ?? ''}`, edits: [edit], preferred: true }];
};

/** `--dport 22` without a protocol: puts `-p tcp` or `-p udp` in front of it, or in front of the first match. */
export const addProtocol: Fixer = (file, { line, start }) => {
  const reader = file.reread(line);
  const word = reader.words.at(start);
  const option = reader.words.text[word] ?? '';
  if (!/^--(s|d|source-|destination-)port/.test(option) || reader.has('p')) return [];
  let before = word;
  while (before > 0 && reader.words.text[before - 1] === '!') before--;
  const column = reader.words.start[before] ?? start;
  return ['tcp', 'udp'].map(
    (protocol, i): Fix => ({
      title: `Add -p ${protocol}`,
      edits: [replaceColumns(line, column, column, `-p ${protocol} `)],
      preferred: i === 0,
    }),
  );
};

/** `-p ! tcp` becomes `! -p tcp`. */
export const moveNegation: Fixer = (file, { line, start, end }) => {
  const reader = file.reread(line);
  const word = reader.words.at(start);
  const option = reader.words.start[word - 1];
  if (option === undefined) return [];
  return [
    {
      title: 'Move the ! in front of the option',
      edits: [replaceColumns(line, option, option, '! '), removeWords(file, line, start, end)],
      preferred: true,
    },
  ];
};
