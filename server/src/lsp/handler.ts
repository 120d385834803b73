// What a handler file exports: its capability together with what it registers.

import type { ClientCapabilities, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { RulesDocument } from './documents.ts';
import type { WorkspaceFiles } from './files/workspace-files.ts';

/** What handlers work with. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<RulesDocument>;
  /** What the client can take. */
  readonly client: ClientCapabilities;
  /** Tokens may be answered as JSON, see `tokens/token-list.ts`. */
  readonly takesWritten: boolean;
  /** Commands of the client's own that an action may call. */
  readonly commands: ReadonlySet<string>;
  /** The document with this URI with its settings known, undefined where it is not open. */
  readonly document: (uri: string) => Promise<RulesDocument | undefined>;
  /** The files of the workspace, open or not. */
  readonly files: WorkspaceFiles;
}

/** One request, or a few that belong together. */
export interface Handler {
  /** What the server says of it, to every client or as the client asks for it. */
  readonly capability: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities);
  readonly register: (session: Session) => void;
  /** The user changed settings: has the client ask again for what it shows, where it can. */
  readonly settingsChanged?: (session: Session) => void;
}
