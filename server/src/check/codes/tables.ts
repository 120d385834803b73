// Codes of a file's tables: their names, their COMMIT, and what stands outside of them.

import { LEGACY } from '../../vocabulary/schema.ts';
import { TABLE_NAMES } from '../../vocabulary/tables.ts';
import { quoted } from '../../vocabulary/values/quoted.ts';
import * as tables from '../fixes/tables.ts';
import { useSuggestion } from '../fixes/values.ts';
import type { Declarations } from './declaration.ts';
import { didYouMean } from './names.ts';

export const TABLE_CODES = {
  'commit-not-alone': {
    means: 'COMMIT is misspelled or not alone on its line.',
    fault: () => '"COMMIT" must be alone on its line, in capitals.',
    fixes: tables.bareCommit,
  },
  'missing-commit': {
    means: 'A table has no COMMIT.',
    says: {
      beforeNext: (table: string) =>
        `The table ${quoted(table)} has no COMMIT before the next table, so the loader reads this line as a rule. Add a line COMMIT above.`,
      atEnd: (table: string) => `The table ${quoted(table)} has no COMMIT, so none of it is loaded. Add a line COMMIT.`,
    },
    fixes: tables.addCommit,
    ofFrame: true,
  },
  'missing-final-newline': {
    means: 'The last line, COMMIT, has no line break.',
    says: () => 'The last line has no line break, so this COMMIT is ignored. Add a line break.',
    refusedBy: LEGACY,
    fixes: tables.addFinalNewline,
    ofFrame: true,
  },
  'outside-table': {
    means: 'A line is outside of any table.',
    says: () => 'This line is outside of any table. A table starts with a line such as *filter and ends with COMMIT.',
    fixes: tables.takeIntoTable,
    ofFrame: true,
  },
  'reading-ends': {
    means: '-V or -h stops the loading: nothing below is loaded.',
    says: () =>
      'The loader prints its version or help here and exits without an error: this table and everything below are not loaded.',
  },
  'unknown-table': {
    means: 'A table has no name or an unknown one.',
    says: {
      nameless: () => `The table name after "*" is missing. The tables are: ${TABLE_NAMES.join(', ')}.`,
      unknown: (name: string, suggestions: readonly string[]) =>
        `Unknown table ${quoted(name)}. The tables are: ${TABLE_NAMES.join(', ')}.${didYouMean(suggestions)}`,
    },
    fixes: useSuggestion,
    ofFrame: true,
  },
} as const satisfies Declarations;
