// Use Line Feeds: ends the lines of a document with LF, which no text edit can do.

import { EndOfLine, Uri, window, workspace } from 'vscode';
import type { Session } from '../session.ts';

export interface UseLineFeedsAnswers {
  /** The document; that of the active editor when missing. */
  readonly uri?: string;
}

/** True where the line ends were changed, in one undo step. */
export async function useLineFeeds(_session: Session, { uri }: UseLineFeedsAnswers = {}): Promise<boolean> {
  const editor =
    uri === undefined
      ? window.activeTextEditor
      : await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
  if (!editor) return false;
  return editor.edit((builder) => builder.setEndOfLine(EndOfLine.LF));
}
