// Codes of letters, quotes and lines: what goes wrong before a line is read as a rule.

import { moveCommentUp, unindent } from '../fixes/comments.ts';
import * as slips from '../fixes/slips.ts';
import { removeByteOrderMark } from '../fixes/tables.ts';
import type { Declarations } from './declaration.ts';

export const TEXT_CODES = {
  'byte-order-mark': {
    means: 'A byte order mark stands before the first character of a line.',
    says: {
      first: () =>
        'The file begins with a byte order mark, which the loader takes for a part of the first line. Save it as UTF-8 without one.',
      further: () =>
        'A byte order mark stands here, as where files were joined, and the loader takes it for a part of the line. Take it out.',
    },
    fixes: removeByteOrderMark,
    ofFrame: true,
  },
  'carriage-return': {
    means: 'A line ends in CR LF, and the loader takes the CR for a part of the last word.',
    fault: () =>
      'The line ends in a carriage return (CR LF), which the loader takes as a part of the last word. End lines with LF alone.',
    says: () => 'The line ends in a carriage return (CR LF), which the loader refuses here. End lines with LF alone.',
    fixes: slips.endLinesWithLf,
    ofFrame: true,
  },
  'indented-comment': {
    means: 'A comment does not begin in the first column.',
    fault: () =>
      'A comment begins in the first column; with blanks before it the loader reads it as a rule and refuses it.',
    fixes: unindent,
  },
  'indented-line': {
    means: 'A table, a chain line or COMMIT does not begin in the first column.',
    fault: (about) => `${about(0)} must begin in the first column.`,
    fixes: unindent,
  },
  'line-continuation': {
    means: 'A backslash at the end of a line is meant to join it with the next, as in a shell.',
    fault: () =>
      'A \\ at the end joins lines in a shell and not here, where a rule is one line. Put the rule on one line.',
    fixes: slips.joinLines,
  },
  'line-too-long': {
    means: 'A line is longer than the loader reads at once.',
    fault: () =>
      'The loader reads at most 10239 bytes of a line and takes what follows, from here on, for another line.',
  },
  'nul-character': {
    means: 'A line has a NUL character, at which the loader stops reading it.',
    says: {
      lost: () => 'The loader reads this line up to the NUL character here and ignores the rest.',
      afterCommit: () => 'A NUL character stands behind COMMIT, so it is not read as the end of the table.',
    },
    fixes: slips.removeNuls,
  },
  'program-name': {
    means: 'A rule begins with the name of a program, as in a shell.',
    fault: (about) => `A rules file holds no shell commands: leave out "${about(0)}".`,
    fixes: slips.removeProgram,
    uncovers: true,
  },
  'single-dash': {
    means: 'A long option has one dash in place of two.',
    fault: (about) => `A long option begins with two dashes: ${about(0)}.`,
    fixes: slips.doubleDash,
    uncovers: true,
  },
  'single-quotes': {
    means: 'A text with blanks stands in single quotes, which the loader does not know.',
    fault: (about) => `Only double quotes hold words together here, a ' is a letter like any other: write ${about(0)}.`,
    fixes: slips.writeDoubleQuotes,
    uncovers: true,
  },
  'too-many-words': {
    means: 'A line has more words than the loader takes.',
    fault: (about) => `The line has ${about(0)} words; at most ${about(1)} are allowed.`,
  },
  'trailing-comment': {
    means: 'A comment follows a rule on its line.',
    fault: () => 'A comment cannot follow a rule: # is special only in the first column. Put it on a line of its own.',
    says: () => 'A comment cannot follow a rule: # is special only in the first column. Put it on a line of its own.',
    fixes: moveCommentUp,
    uncovers: true,
  },
  'unquoted-text': {
    means: 'A text of several words has no quotes.',
    fault: (about) => `A text with blanks needs double quotes: write ${about(0)}.`,
    fixes: slips.quoteText,
  },
  'unterminated-quote': {
    means: 'A quote is opened and never closed.',
    fault: () => 'The " is never closed, so the rest of the line, the line break included, is one word.',
    fixes: slips.closeQuote,
  },
  'word-too-long': {
    means: 'A word is longer than the loader takes.',
    fault: (about) => `The word has ${about(0)} bytes; at most ${about(1)} are allowed.`,
  },
  'wrong-character': {
    means: 'A quote, dash or blank is the one of a word processor and not the plain one.',
    fault: (about) =>
      `${about(0)} is ${about(1)}, as word processors and web pages write it; the loader wants ${about(2)}.`,
    says: (character: string) =>
      `${character} looks like a plain character and is a part of the chain's name here; write the plain one.`,
    fixes: slips.writePlainCharacters,
    uncovers: true,
  },
} as const satisfies Declarations;
