// The shape of a refactoring: what it offers for a selection of lines, and the edits behind each offer.

import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { RulesFile } from '../../../ruleset/rules-file.ts';
import type { Selection } from './selection.ts';

/** Where editors sort an action. */
export type RefactoringKind = 'refactor.rewrite' | 'refactor.extract' | 'refactor.inline';

/** One entry of the menu. */
export interface Offer {
  /** An order: `Merge into one rule with multiport`. Of the offers for one selection no two have the same. */
  readonly title: string;
  readonly change: Change;
}

export type Change =
  /** Edits of the document; a function where they are many, so that they are worked out when they are wanted. */
  | { readonly edits: readonly TextEdit[] | (() => readonly TextEdit[]) }
  /** An edit that touches other documents, too. */
  | { readonly workspace: WorkspaceEdit }
  /** A command of the client's own, for what must be asked. It gets `arguments`. */
  | { readonly command: string; readonly argument: Readonly<Record<string, unknown>> };

export interface Refactoring {
  /** As its file. */
  readonly name: string;
  readonly kind: RefactoringKind;
  /** What it offers; nothing where it does not fit, or where nobody can tell that it would. Never throws. */
  readonly offers: (selection: Selection) => readonly Offer[];
}

/** Another rules file: one that is open, or the one for the other family beside the document. */
export interface OpenRules {
  readonly uri: string;
  readonly file: RulesFile;
}

/** What the client can do beyond edits of the document. */
export interface ClientSide {
  readonly uri: string;
  /** Commands that it has. */
  readonly commands: ReadonlySet<string>;
  /** It makes new files when an edit says so, and the one for the other family is not there yet. */
  readonly createsFiles: boolean;
  /** All rules files whose text is at hand. */
  readonly open: () => readonly OpenRules[];
}
