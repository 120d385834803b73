// The language server: a connection, the open documents, and the handlers between them.

import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { attempt } from './attempt.ts';
import { ClientSettings } from './client-settings.ts';
import { type Following, followConfiguration } from './configuration.ts';
import { diagnosticCapability, type Refresh, registerDiagnostics } from './diagnostics.ts';
import { RulesDocument } from './documents.ts';
import type { FileReader } from './files/file-reader.ts';
import { workspaceFiles } from './files/following.ts';
import { TwinTexts } from './files/twin-texts.ts';
import { answerTheRest, guarded, type Manners } from './guard.ts';
import type { Handler, Session } from './handler.ts';
import { HANDLERS } from './handlers/index.ts';
import { readCommands, readSettings, type UserSettings } from './settings.ts';
import { Signals } from './signals.ts';

/** What the door can do that `connection` belongs to. */
export interface Door {
  /** It writes lists that are in JSON already (`textOf` of `tokens/token-list.ts`). */
  readonly takesWritten: boolean;
  /** Reads the files of a workspace without asking the client. */
  readonly files?: FileReader;
}

/** Serves a client over `connection` until it leaves. Answers how it behaves, which changes as it does. */
export function serve(connection: Connection, door: Door = { takesWritten: false }): Readonly<Manners> {
  const { takesWritten, files } = door;
  const documents = new TextDocuments<RulesDocument>(RulesDocument);
  const manners: Manners = { initialized: false, shutDown: false, opened: false };
  answerTheRest(connection, manners);
  connection.onShutdown(() => {
    manners.shutDown = true;
  });
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities, initializationOptions } = params;
    manners.initialized = true;
    const whenLate = (uri: string) => refresh(uri);
    const settings = new ClientSettings({
      ask: configurationOf(connection, capabilities),
      general: readSettings(initializationOptions),
      whenLate,
    });
    const signals = new Signals(connection);
    const session: Session = {
      connection: guarded(connection, manners),
      documents,
      client: capabilities,
      takesWritten,
      commands: new Set(readCommands(initializationOptions)),
      document: (uri) => configured(documents, settings, following, twins, uri),
      files: workspaceFiles(connection, signals, params, files),
    };
    const twins = new TwinTexts(documents, session.files, signals, whenLate);
    for (const handler of HANDLERS) handler.register(session);
    const refresh = registerDiagnostics(session, capabilities);
    followSettings(session, signals, settings, refresh);
    const following = followConfiguration(session, signals, refresh);
    documents.onDidOpen(() => {
      manners.opened = true;
    });
    documents.onDidClose(({ document }) => {
      document.close();
      settings.forget(document.uri);
    });
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...Object.assign({}, ...HANDLERS.map(capabilityFor(capabilities)), diagnosticCapability(capabilities)),
      },
      serverInfo: { name: 'iptables-language-server' },
    };
  });
  documents.listen(connection);
  connection.listen();
  return manners;
}

/** The open document with its settings known. */
async function configured(
  documents: TextDocuments<RulesDocument>,
  settings: ClientSettings,
  following: Following,
  twins: TwinTexts,
  uri: string,
): Promise<RulesDocument | undefined> {
  if (typeof uri !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, 'The request has no "textDocument.uri".');
  for (;;) {
    const open = documents.get(uri);
    if (!open) return undefined;
    const wanted: UserSettings = await settings.of(uri);
    const chosen = await following.of(uri);
    const twin = await twins.of(uri);
    // While the client and the disk were asked the document may have been closed, and opened again.
    if (documents.get(uri) !== open) continue;
    open.configure(wanted, chosen, twin);
    return open;
  }
}

/** How to ask the client for the settings of a file; undefined where it is not to be asked. */
function configurationOf(
  connection: Connection,
  client: ClientCapabilities,
): ((uri: string) => Promise<unknown>) | undefined {
  if (!client.workspace?.configuration) return undefined;
  return async (scopeUri) => connection.workspace.getConfiguration({ scopeUri, section: 'iptables' });
}

function capabilityFor(client: ClientCapabilities): (handler: Handler) => ServerCapabilities {
  return ({ capability }) => (typeof capability === 'function' ? capability(client) : capability);
}

function followSettings(session: Session, signals: Signals, settings: ClientSettings, refresh: Refresh): void {
  const { connection, client } = session;
  signals.onInitialized(() => {
    if (!client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    const type = DidChangeConfigurationNotification.type;
    void attempt(() => connection.client.register(type, { section: 'iptables' }));
  });
  connection.onDidChangeConfiguration((change) => {
    settings.changed(change.settings?.iptables);
    refresh();
    for (const handler of HANDLERS) handler.settingsChanged?.(session);
  });
}
