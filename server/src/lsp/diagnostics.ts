// textDocument/diagnostic where the client pulls, textDocument/publishDiagnostics elsewhere. No debounce. Of a long file
// errors come first, then what lint rules find, then what they find of packets.

import {
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { diagnosticsOf } from '../features/diagnostics.ts';
import { isLinted } from '../lint/lint-file.ts';
import { attempt } from './attempt.ts';
import type { RulesDocument } from './documents.ts';
import { FirstLook } from './first-look.ts';
import type { Session } from './handler.ts';
import { refreshLenses } from './lenses.ts';
import { PacketWork } from './packet-work.ts';
import { atOnce, giveWay, isSlow, throwIfCancelled } from './slices.ts';

/** Has the diagnostics of one document brought up to date, or of all where none is named. */
export type Refresh = (uri?: string) => void;

/** True where the client asks for diagnostics by itself. */
function pullsDiagnostics(client: ClientCapabilities): boolean {
  return Boolean(client.textDocument?.diagnostic);
}

export function diagnosticCapability(client: ClientCapabilities): ServerCapabilities {
  return pullsDiagnostics(client)
    ? { diagnosticProvider: { identifier: 'iptables', interFileDependencies: false, workspaceDiagnostics: false } }
    : {};
}

/** Serves diagnostics in the way that the client wants them. */
export function registerDiagnostics(session: Session, client: ClientCapabilities): Refresh {
  return pullsDiagnostics(client) ? registerPull(session, client) : registerPush(session);
}

function registerPull(session: Session, client: ClientCapabilities): Refresh {
  const { connection, document } = session;
  const firstLook = new FirstLook();
  const packets = new PacketWork(() => refreshLenses(session));
  const diagnose = diagnoser(packets);
  const mayRefresh = client.workspace?.diagnostics?.refreshSupport === true;
  // Other clients see what changed when they ask the next time.
  const refresh = () => mayRefresh && void attempt(() => connection.languages.diagnostics.refresh());
  connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const open = await newest(document, textDocument.uri);
    throwIfCancelled(token);
    if (!open) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (!isLinted(open.rules) && mayRefresh) void lookFirst(open);
    else {
      await firstLook.take(open);
      throwIfCancelled(token);
      await lookAtPackets(open, token);
    }
    return { kind: DocumentDiagnosticReportKind.Full, items: diagnose(open) };
  });
  /** What it tells has the client ask again, and then packets are looked at. */
  const lookFirst = async (open: RulesDocument) => {
    const hasNews = await firstLook.take(open);
    if (hasNews) refresh();
    else if (hasNews === false) refreshLater(open);
  };
  const refreshLater = (open: RulesDocument) => void packets.later(open).then((hasNews) => hasNews && refresh());
  const lookAtPackets = async (open: RulesDocument, token: CancellationToken) => {
    if (packets.now(open)) return;
    if (mayRefresh) refreshLater(open);
    else if (packets.isShort(open)) {
      await packets.later(open, true);
      throwIfCancelled(token);
    } else void packets.later(open);
  };
  return () => void refresh();
}

/** Publishes after each change; changes that arrive together are answered once, for the newest version. */
function registerPush(session: Session): Refresh {
  const { connection, documents, document } = session;
  const firstLook = new FirstLook();
  const packets = new PacketWork(() => refreshLenses(session));
  const diagnose = diagnoser(packets);
  const waiting = new Set<string>();
  const publish = async (uri: string) => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    const open = await newest(document, uri).finally(() => waiting.delete(uri));
    if (!open) return;
    let isSent = false;
    if (!isLinted(open.rules)) {
      await send(open);
      const hasNews = await firstLook.take(open);
      if (hasNews === undefined) return;
      isSent = !hasNews;
    }
    const isWhole = packets.now(open);
    if (!isSent || isWhole) await send(open);
    if (!isWhole && (await packets.later(open))) await send(open);
  };
  const send = (open: RulesDocument) =>
    connection.sendDiagnostics({ uri: open.uri, version: open.version, diagnostics: diagnose(open) });
  const tryTo = (uri: string) =>
    void publish(uri).catch((error: unknown) =>
      attempt(async () => connection.console.error(`Cannot check ${uri}: ${reason(error)}`)),
    );
  documents.onDidChangeContent(({ document: changed }) => tryTo(changed.uri));
  documents.onDidClose(
    ({ document: { uri } }) => void attempt(() => connection.sendDiagnostics({ uri, diagnostics: [] })),
  );
  return (uri) => {
    for (const one of uri === undefined ? documents.keys() : [uri]) tryTo(one);
  };
}

/**
 * The document when its diagnostics can be made. Where that took long the last time, what the client sent meanwhile
 * comes first: of changes that arrive while we are busy only the newest is answered, and no cancelled request at all.
 */
async function newest(document: Session['document'], uri: string): Promise<RulesDocument | undefined> {
  let open = await document(uri);
  while (open && isSlow(open)) {
    const { edition } = open;
    await giveWay();
    open = await document(uri);
    if (open?.edition === edition) break;
  }
  return open;
}

/** The diagnostics of a document as it is now. As long as there is nothing new to say they are not made again. */
function diagnoser(packets: PacketWork): (open: RulesDocument) => Diagnostic[] {
  const known = new WeakMap<RulesDocument, { readonly state: string; readonly diagnostics: Diagnostic[] }>();
  return (open) => {
    const state = `${open.edition} ${isLinted(open.rules)} ${packets.isDone(open)}`;
    const last = known.get(open);
    if (last?.state === state) return last.diagnostics;
    const diagnostics = atOnce(open, (rules) => diagnosticsOf(rules, open.uri));
    known.set(open, { state, diagnostics });
    return diagnostics;
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
