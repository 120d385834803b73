// Codes of a file's tables: their names, their COMMIT, and what stands outside of them.

import { LEGACY } from '../../vocabulary/schema.ts';
import { TABLE_NAMES } from '../../vocabulary/tables.ts';
import * as tables from '../fixes/tables.ts';
import { useSuggestion } from '../fixes/values.ts';
import type { Declarations } from './declaration.ts';
import { didYouMean } from './names.ts';

export const TABLE_CODES = {
  'commit-not-alone': {
    means: 'COMMIT is misspelt or shares its line.',
    fault: () => 'COMMIT stands alone on its line, in capitals, with nothing before or behind it.',
    fixes: tables.bareCommit,
  },
  'missing-commit': {
    means: 'A table has no COMMIT.',
    says: {
      beforeNext: (table: string) =>
        `The table ${table} has no COMMIT before the next table begins; the loader takes this line for a rule.`,
      atEnd: (table: string) =>
        `The table ${table} has no COMMIT, so nothing of it is loaded. End it with a line COMMIT.`,
    },
    fixes: tables.addCommit,
    ofFrame: true,
  },
  'missing-final-newline': {
    means: 'The last COMMIT has no line break.',
    says: () => 'The last line has no line break, without which this COMMIT is not read.',
    refusedBy: LEGACY,
    fixes: tables.addFinalNewline,
    ofFrame: true,
  },
  'outside-table': {
    means: 'A line stands outside of every table.',
    says: () => 'This line stands outside of a table. A table begins with a line such as *filter and ends with COMMIT.',
    fixes: tables.takeIntoTable,
    ofFrame: true,
  },
  'reading-ends': {
    means: 'A line with -V or -h ends the reading of the file, and nothing below is loaded.',
    says: () =>
      'Here the loader prints its version or help and stops, as if all were well: nothing of this table, and nothing below, is loaded.',
  },
  'unknown-table': {
    means: 'A table has no name, or a name that no table has.',
    says: {
      nameless: () => `The * wants a table's name behind it: ${TABLE_NAMES.join(', ')}.`,
      unknown: (name: string, suggestions: readonly string[]) =>
        `There is no table "${name}"; the tables are ${TABLE_NAMES.join(', ')}.${didYouMean(suggestions)}`,
    },
    fixes: useSuggestion,
    ofFrame: true,
  },
} as const satisfies Declarations;
