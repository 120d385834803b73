// Restrict Rules to Source Address: adds -s to the rules under the cursors, or replaces theirs; in OUTPUT it is -d.

import { type TextDocument, Uri, window } from 'vscode';
import type { RestrictToSourceAnswer } from '../../../server/src/features/edits/protocol.ts';
import { askAddress } from '../prompts.ts';
import { applyAnswer, documentParams, rulesAt } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/**
 * Answers that spare the questions; also what the light-bulb menu passes, then without a source. `uri` is the
 * document (the active one when missing), `line` is zero-based (every line that is selected when missing).
 */
export interface RestrictToSourceAnswers {
  readonly uri?: string;
  readonly line?: number;
  readonly lines?: readonly number[];
  /** As the light-bulb menu says it; `line` goes before. */
  readonly position?: { readonly line: number };
  readonly source?: string;
}

/** True where the document was changed. */
export async function restrictToSource(session: Session, given: RestrictToSourceAnswers | Uri = {}): Promise<boolean> {
  // The editor's context menu passes the document.
  const answers: RestrictToSourceAnswers = given instanceof Uri ? { uri: given.toString() } : given;
  const document = await rulesAt(answers.uri === undefined ? undefined : Uri.parse(answers.uri));
  if (!document) return false;
  const lines = linesOf(document, answers);
  const [line = 0] = lines;
  let { source } = answers;
  if (source === undefined) {
    const about = await session.ask('iptables/restrictToSource', { ...documentParams(document), line, lines });
    if (about.message !== undefined) {
      void window.showInformationMessage(about.message);
      return false;
    }
    const { family } = await session.ask('iptables/services', documentParams(document));
    source = await askAddress({
      title: titleOf(about),
      prompt: promptOf(about),
      family,
      ...(about.current === undefined ? {} : { value: about.current }),
      optional: false,
    });
  }
  if (source === undefined) return false;
  const asked = documentParams(document);
  const answer = await session.ask('iptables/restrictToSource', { ...asked, line, lines, source });
  return applyAnswer(session, document, asked, answer);
}

/** The lines that are meant: those of the answers, else all that the cursors and selections touch. */
function linesOf(document: TextDocument, { line, lines, position }: RestrictToSourceAnswers): readonly number[] {
  if (lines) return lines;
  const only = line ?? position?.line;
  if (only !== undefined) return [only];
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return [0];
  return editor.selections.flatMap(({ start, end, isSingleLine }) => {
    // A selection that ends where a line begins does not hold that line.
    const last = !isSingleLine && end.character === 0 ? end.line - 1 : end.line;
    return Array.from({ length: last - start.line + 1 }, (_, at) => start.line + at);
  });
}

const ENDS = { source: 'Source', destination: 'Destination', both: 'Source or Destination' } as const;

function titleOf({ rules = 1, restricts = 'source' }: RestrictToSourceAnswer): string {
  return `Restrict ${rules === 1 ? 'Rule' : `${rules} Rules`} to ${ENDS[restricts]} Address`;
}

const PROMPTS = {
  source: 'Only packets from here will match',
  destination: 'Packets of OUTPUT leave this machine, so this is their destination: only packets to here will match',
  both: 'Only packets from here will match, and in OUTPUT only packets to here',
} as const;

function promptOf({ current, restricts = 'source' }: RestrictToSourceAnswer): string {
  return current === undefined ? PROMPTS[restricts] : `${PROMPTS[restricts]}; takes the place of ${current}`;
}
