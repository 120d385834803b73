// Highlights: the other places that speak of the chain or set at the cursor, those that change it apart from the rest.

import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { mentionsOf } from './navigation/mentions.ts';
import { subjectAt } from './navigation/names.ts';
import { rangeOf } from './navigation/ranges.ts';

/** Jumps and listings read; `:` lines and commands that make, fill or delete it write. None where nothing is named. */
export function* highlightSteps(file: RulesFile, { line, character }: Position): Steps<DocumentHighlight[]> {
  const subject = subjectAt(file, line, character);
  if (!subject) return [];
  const mentions = yield* mentionsOf(file, subject, line);
  return mentions.map((mention) => ({
    range: rangeOf(mention),
    kind: mention.use === 'read' ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
  }));
}
