// The language server: a connection, the open documents, and the handlers between them.

import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { RulesDocument } from './documents.ts';
import { codeAction } from './handlers/code-action.ts';
import { completion } from './handlers/completion.ts';
import { diagnosticCapability, pullsDiagnostics, registerPull, registerPush } from './handlers/diagnostic.ts';
import { edits } from './handlers/edits.ts';
import { foldingRange } from './handlers/folding-range.ts';
import type { Handler, Session } from './handlers/handler.ts';
import { hover } from './handlers/hover.ts';
import { DEFAULT_USER_SETTINGS, readCommands, readSettings, type UserSettings } from './settings.ts';

const HANDLERS: readonly Handler[] = [hover, completion, codeAction, foldingRange, edits];

/** Serves a client over `connection` until it leaves. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments<RulesDocument>(RulesDocument);
  let canAsk = false;
  let defaults: UserSettings = DEFAULT_USER_SETTINGS;
  const settings = new Map<string, Promise<UserSettings>>();

  const settingsOf = (uri: string): Promise<UserSettings> => {
    if (!canAsk) return Promise.resolve(defaults);
    const known = settings.get(uri);
    if (known) return known;
    const asked = connection.workspace
      .getConfiguration({ scopeUri: uri, section: 'iptables' })
      .then(readSettings, () => defaults);
    settings.set(uri, asked);
    return asked;
  };

  const configured = new WeakMap<RulesDocument, UserSettings>();
  const commands = new Set<string>();
  const session: Session = {
    connection,
    documents,
    commands,
    async document(uri) {
      const open = documents.get(uri);
      if (!open) return undefined;
      const wanted = await settingsOf(uri);
      if (configured.get(open) !== wanted) {
        configured.set(open, wanted);
        open.configure(wanted);
      }
      return open;
    },
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = params.capabilities;
    canAsk = client.workspace?.configuration === true;
    defaults = readSettings(params.initializationOptions);
    for (const command of readCommands(params.initializationOptions)) commands.add(command);
    for (const handler of HANDLERS) handler.register(session);
    const pulls = pullsDiagnostics(client);
    let refresh = () => void connection.languages.diagnostics.refresh();
    if (pulls) registerPull(session);
    else {
      const publish = registerPush(session);
      refresh = () => {
        for (const { uri } of documents.all()) publish(uri);
      };
    }
    connection.onInitialized(() => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'iptables' });
      }
    });
    connection.onDidChangeConfiguration((change) => {
      settings.clear();
      if (!canAsk) defaults = readSettings(change.settings?.iptables);
      refresh();
    });
    const capabilities = Object.assign(
      {},
      ...HANDLERS.map((handler) => handler.capability),
      diagnosticCapability(client),
    );
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...capabilities,
      },
      serverInfo: { name: 'iptables-language-server' },
    };
  });

  documents.onDidClose(({ document }) => settings.delete(document.uri));
  documents.listen(connection);
  connection.listen();
}
