// Codes of letters, quotes and lines: what goes wrong before a line is read as a rule.

import { quoted } from '../../vocabulary/values/quoted.ts';
import { moveCommentUp, unindent } from '../fixes/comments.ts';
import * as slips from '../fixes/slips.ts';
import { removeByteOrderMark } from '../fixes/tables.ts';
import type { Declarations } from './declaration.ts';

export const TEXT_CODES = {
  'byte-order-mark': {
    means: 'A line starts with a byte order mark.',
    says: {
      first: () =>
        'The file starts with a byte order mark, which the loader reads as part of the first line. Save it as UTF-8 without BOM.',
      further: () =>
        'Unexpected byte order mark, often left where files were joined. The loader reads it as part of the line. Remove it.',
    },
    fixes: removeByteOrderMark,
    ofFrame: true,
  },
  'carriage-return': {
    means: 'A line ends with CR LF, and the loader reads the CR as part of the last word.',
    fault: () =>
      'The line ends with CR LF, and the loader reads the carriage return as part of the last word. Use LF line endings.',
    says: () => 'The line ends with CR LF, which the loader refuses here. Use LF line endings.',
    fixes: slips.endLinesWithLf,
    ofFrame: true,
  },
  'indented-comment': {
    means: 'A comment is indented.',
    fault: () => 'A comment must start in the first column. The loader reads an indented one as a rule and refuses it.',
    fixes: unindent,
  },
  'indented-line': {
    means: 'A table line, chain line or COMMIT is indented.',
    fault: (about) => `${quoted(about(0))} must start in the first column.`,
    fixes: unindent,
  },
  'line-continuation': {
    means: 'A line ends with a backslash, as if it continued on the next.',
    fault: () => 'A backslash does not continue the line here. Put the rule on one line.',
    fixes: slips.joinLines,
  },
  'line-too-long': {
    means: 'A line is longer than the loader reads at once.',
    fault: () =>
      'The line is too long: the loader reads 10239 bytes and takes the rest, from here on, as another line.',
  },
  'nul-character': {
    means: 'A line contains a NUL character, where the loader stops reading it.',
    says: {
      lost: () => 'The loader stops reading the line at this NUL character and ignores the rest. Remove it.',
      afterCommit: () => 'A NUL character follows COMMIT, so the line does not end the table. Remove it.',
    },
    fixes: slips.removeNuls,
  },
  'program-name': {
    means: 'A rule starts with the name of a program, as in a shell.',
    fault: (about) => `Unexpected ${quoted(about(0))}: a rules file does not contain shell commands. Remove it.`,
    fixes: slips.removeProgram,
    uncovers: true,
  },
  'single-dash': {
    means: 'A long option has one dash instead of two.',
    fault: (about) => `Long options start with two dashes. Write ${quoted(about(0))}.`,
    fixes: slips.doubleDash,
    uncovers: true,
  },
  'single-quotes': {
    means: 'A text is in single quotes, which the loader does not support.',
    fault: (about) => `Only double quotes group words; single quotes are ordinary characters here. Write ${about(0)}.`,
    fixes: slips.writeDoubleQuotes,
    uncovers: true,
  },
  'too-many-words': {
    means: 'A line has more words than the loader allows.',
    fault: (about) => `The line has ${about(0)} words; at most ${about(1)} are allowed.`,
  },
  'trailing-comment': {
    means: 'A comment follows a rule on the same line.',
    fault: () =>
      'A comment cannot follow a rule: "#" only starts a comment in the first column. Move it to its own line.',
    says: () =>
      'A comment cannot follow a rule: "#" only starts a comment in the first column. Move it to its own line.',
    fixes: moveCommentUp,
    uncovers: true,
  },
  'unquoted-text': {
    means: 'A text of several words is not quoted.',
    fault: (about) => `Text with spaces needs double quotes. Write ${about(0)}.`,
    fixes: slips.quoteText,
  },
  'unterminated-quote': {
    means: 'A double quote is never closed.',
    fault: () =>
      'Unterminated quote: the rest of the line, including the line break, becomes one word. Close the quote.',
    fixes: slips.closeQuote,
  },
  'word-too-long': {
    means: 'A word is longer than the loader allows.',
    fault: (about) => `The word has ${about(0)} bytes; at most ${about(1)} are allowed.`,
  },
  'wrong-character': {
    means: 'A quote, dash or space is a typographic one.',
    fault: (about) => `${about(0)} is ${about(1)}, as written by word processors and web pages; ${about(2)}.`,
    says: (character: string) =>
      `${character} looks like a plain character, but becomes part of the chain's name. Write the plain one.`,
    fixes: slips.writePlainCharacters,
    uncovers: true,
  },
} as const satisfies Declarations;
