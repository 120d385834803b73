// What a handler file exports: its capability together with what it registers.

import type { Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { RulesDocument } from '../documents.ts';

/** What handlers work with. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<RulesDocument>;
  /** Commands of the client's own that an action may call. */
  readonly commands: ReadonlySet<string>;
  /** The document with this URI with its settings known, undefined where it is not open. */
  readonly document: (uri: string) => Promise<RulesDocument | undefined>;
}

export interface Handler {
  readonly capability: ServerCapabilities;
  readonly register: (session: Session) => void;
}
