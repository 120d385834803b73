// References: every line of its table that speaks of a chain, every rule of the file that asks for a set.

import type { Position, Range } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { mentionsOf } from './navigation/mentions.ts';
import { subjectAt } from './navigation/names.ts';
import { rangeOf } from './navigation/ranges.ts';

/** From top to bottom; with the lines that make the chain where they are asked for. None where nothing is named. */
export function* referenceSteps(
  file: RulesFile,
  { line, character }: Position,
  includeDeclaration: boolean,
): Steps<Range[]> {
  const subject = subjectAt(file, line, character);
  if (!subject) return [];
  const mentions = yield* mentionsOf(file, subject, line);
  return mentions.filter(({ use }) => includeDeclaration || use !== 'make').map(rangeOf);
}
