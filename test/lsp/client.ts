// A small language client: the real server as a process over stdio, documents that it edits, what the server publishes.

import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { nodeServer } from '../../scripts/build/bundles.ts';
import { applyEdits, type Edit } from './text.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PATIENCE = 10_000;

/** What editors of the newer kind say of themselves. */
export const PULLS: ClientCapabilities = { textDocument: { diagnostic: { dynamicRegistration: false } } };
/** What other editors say. */
export const PUSHED: ClientCapabilities = {};

/** Bundles the server as it is shipped, for this process alone, and answers the path. */
export async function bundledServer(): Promise<string> {
  const own = `server-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const outdir = join(ROOT, '.cache', 'test', 'lsp', own);
  await build({ ...nodeServer, outdir, outExtension: { '.js': '.mjs' }, logLevel: 'warning' });
  return join(outdir, 'main.node.mjs');
}

/** Removes a bundle. */
export async function forget(server: string): Promise<void> {
  await rm(dirname(server), { recursive: true, force: true });
}

export class Client {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** The section `iptables` of the settings, for clients that let themselves be asked. */
  settings: Readonly<Record<string, unknown>> = {};
  result: InitializeResult = { capabilities: {} };
  private readonly server: ChildProcess;
  private readonly texts = new Map<string, { text: string; version: number }>();
  private readonly waiting = new Set<() => void>();

  private constructor(server: ChildProcess, connection: ProtocolConnection) {
    this.server = server;
    this.connection = connection;
  }

  /** Starts a server and introduces itself. */
  static async start(
    path: string,
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    folders: readonly string[] = [],
  ): Promise<Client> {
    const server = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = new Client(server, connection);
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      client.published.push(params);
      for (const look of client.waiting) look();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => client.settings),
    );
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    const options = initializationOptions === undefined ? {} : { initializationOptions };
    client.result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...options,
      ...(folders.length > 0 && { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) }),
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(uri: string, text: string): Promise<void> {
    this.texts.set(uri, { text, version: 1 });
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'iptables', version: 1, text },
    });
  }

  /** The text as the client has it. */
  text(uri: string): string {
    return this.texts.get(uri)?.text ?? '';
  }

  version(uri: string): number {
    return this.texts.get(uri)?.version ?? 0;
  }

  /** Sends edits one after the other, as typing does: each is a change of its own. */
  async type(uri: string, ...edits: readonly Edit[]): Promise<void> {
    for (const edit of edits) {
      const changed = { text: applyEdits(this.text(uri), [edit]), version: this.version(uri) + 1 };
      this.texts.set(uri, changed);
      const contentChanges: TextDocumentContentChangeEvent[] = [{ range: edit.range, text: edit.newText }];
      await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: changed.version },
        contentChanges,
      });
    }
  }

  /** Takes edits of one undo step, as an editor applies a code action. */
  async apply(uri: string, edits: readonly Edit[]): Promise<void> {
    const backwards = [...edits].sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    await this.type(uri, ...backwards);
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Asks for the diagnostics of a document. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
  }

  /** The first publication after the `from`th that `fits`; fails after ten seconds. */
  async publication(fits: (params: PublishDiagnosticsParams) => boolean, from = 0): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve, reject) => {
      const end = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`No such diagnostics; published: ${JSON.stringify(this.published.slice(from))}`));
      }, PATIENCE);
      const look = () => {
        const found = this.published.slice(from).find(fits);
        if (!found) return;
        clearTimeout(end);
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Tells the server that the settings changed. */
  async changeSettings(settings: Readonly<Record<string, unknown>>, sent: unknown = null): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: sent });
  }

  /** Ends the server as editors do; answers its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.server.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}
