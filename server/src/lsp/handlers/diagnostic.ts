// textDocument/diagnostic where the client pulls, textDocument/publishDiagnostics elsewhere. No debounce.

import { type ClientCapabilities, DocumentDiagnosticReportKind, type ServerCapabilities } from 'vscode-languageserver';
import { diagnosticsOf } from '../../features/diagnostics.ts';
import type { Session } from './handler.ts';

/** True where the client asks for diagnostics by itself. */
export function pullsDiagnostics(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}

export function diagnosticCapability(client: ClientCapabilities): ServerCapabilities {
  return pullsDiagnostics(client)
    ? { diagnosticProvider: { identifier: 'iptables', interFileDependencies: false, workspaceDiagnostics: false } }
    : {};
}

export function registerPull({ connection, document }: Session): void {
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const open = await document(textDocument.uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: open ? diagnosticsOf(open.rules) : [] };
  });
}

/**
 * Publishes after each change; changes that arrive together are answered once, for the newest version. Answers a
 * function that publishes a document again.
 */
export function registerPush({ connection, documents, document }: Session): (uri: string) => void {
  const waiting = new Set<string>();
  const publish = async (uri: string) => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    const open = await document(uri);
    waiting.delete(uri);
    if (!open || documents.get(uri) !== open) return;
    void connection.sendDiagnostics({ uri, version: open.version, diagnostics: diagnosticsOf(open.rules) });
  };
  documents.onDidChangeContent(({ document: changed }) => void publish(changed.uri));
  documents.onDidClose(({ document: closed }) => void connection.sendDiagnostics({ uri: closed.uri, diagnostics: [] }));
  return (uri) => void publish(uri);
}
