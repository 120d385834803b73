// The server for browsers, in a worker of Node that has the few names of a web worker that it uses, and a client with files in
// its memory.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type ClientCapabilities,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type Message,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { browserServer } from '../../scripts/build/bundles.ts';
import type { FileRequests } from '../../server/src/features/files/protocol.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'test', 'lsp');

const AS_WEB_WORKER = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (data) => parentPort.postMessage(data);
globalThis.addEventListener = () => {};
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

class Reader extends AbstractMessageReader {
  private readonly worker: Worker;
  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }
  listen(callback: DataCallback) {
    this.worker.on('message', callback);
    return { dispose: () => void this.worker.off('message', callback) };
  }
}

class Writer extends AbstractMessageWriter {
  private readonly worker: Worker;
  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }
  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }
  end(): void {}
}

/** Bundles the server as browsers get it and answers its text. */
export async function browserBundle(): Promise<string> {
  const options = {
    ...browserServer,
    outfile: join(CACHE, 'main.browser.js'),
    write: false,
    logLevel: 'warning',
  } as const;
  const { outputFiles } = await build(options);
  return outputFiles[0]?.text ?? '';
}

/** A client of a worker, whose files are `files`, by their addresses. */
export class WorkerClient {
  /** Nothing is answered where a file is asked for. */
  isSilent = false;
  readonly files: Map<string, string>;
  readonly asked: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly connection: ProtocolConnection;
  private readonly worker: Worker;

  private constructor(worker: Worker, files: Readonly<Record<string, string>>) {
    this.worker = worker;
    this.files = new Map(Object.entries(files));
    this.connection = createProtocolConnection(new Reader(worker), new Writer(worker));
  }

  static async start(
    bundle: string,
    capabilities: ClientCapabilities,
    folders: readonly string[],
    files: Readonly<Record<string, string>>,
  ): Promise<WorkerClient> {
    const client = new WorkerClient(new Worker(AS_WEB_WORKER + bundle, { eval: true }), files);
    const { connection } = client;
    connection.onRequest('iptables/findFiles', (): FileRequests['iptables/findFiles']['answer'] => ({ files: [] }));
    connection.onRequest('iptables/readFile', async ({ uri }: FileRequests['iptables/readFile']['params']) => {
      client.asked.push(uri);
      if (client.isSilent) await new Promise(() => {});
      return { text: client.files.get(uri) ?? null } satisfies FileRequests['iptables/readFile']['answer'];
    });
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => void client.published.push(params));
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions: { files: true },
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'iptables', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : [];
  }

  async stop(): Promise<void> {
    this.connection.dispose();
    await this.worker.terminate();
  }
}
