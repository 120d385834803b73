// The language server as the extension sees it: started when first needed, asked, restarted, stopped.

import { EventEmitter, type Extension, type LogOutputChannel, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { RequestName, Requests } from '../../server/src/features/edits/protocol.ts';
import { answerFileRequests } from './workspace-files.ts';

/** Commands of this extension that the server may put into a light bulb or a code lens. */
const SERVER_COMMANDS: readonly string[] = [
  'iptables.lockedOut',
  'iptables.restrictToDestination',
  'iptables.restrictToInterface',
  'iptables.restrictToSource',
  'iptables.showReferences',
  'iptables.tracePacket',
  'iptables.useLineFeeds',
];

/** A client over a server that its door knows how to run, and what ends that server beyond a shutdown request. */
export interface Connection {
  readonly client: BaseLanguageClient;
  readonly end?: () => void;
}

export class Session {
  /** The extension itself: where its files are, what its manifest says. */
  readonly extension: Extension<unknown>;
  readonly output: LogOutputChannel = window.createOutputChannel('iptables', { log: true });
  private readonly connect: (options: LanguageClientOptions) => Promise<Connection>;
  private readonly started = new EventEmitter<void>();
  /** The server runs, or runs again. */
  readonly onDidStart = this.started.event;
  private running = false;
  private connection: Promise<Connection> | undefined;
  private starting: Promise<BaseLanguageClient> | undefined;

  constructor(extension: Extension<unknown>, connect: (options: LanguageClientOptions) => Promise<Connection>) {
    this.extension = extension;
    this.connect = connect;
  }

  /** The running client; starts the server where none runs. Rejects where it cannot be started. */
  ready(): Promise<BaseLanguageClient> {
    this.starting ??= this.begin();
    return this.starting;
  }

  /** Sends a request where the server runs; undefined where it does not, or answers with an error. Starts nothing. */
  async askIfRunning<N extends RequestName>(
    name: N,
    params: Requests[N]['params'],
  ): Promise<Requests[N]['answer'] | undefined> {
    return this.running ? this.ask(name, params).catch(() => undefined) : undefined;
  }

  /** Sends one of the extension's own requests. */
  async ask<N extends RequestName>(name: N, params: Requests[N]['params']): Promise<Requests[N]['answer']> {
    const client = await this.ready();
    return client.sendRequest<Requests[N]['answer']>(name, params);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.ready();
  }

  /** Ends the server. Never rejects: what is broken may be what is being stopped. */
  async stop(): Promise<void> {
    const { connection } = this;
    this.running = false;
    this.connection = undefined;
    this.starting = undefined;
    try {
      await (await connection)?.client.dispose(2000);
    } catch (error) {
      this.output.warn(`The language server did not stop cleanly: ${String(error)}`);
    }
    // One that could not be made has nothing to end, and was told of where it was asked for.
    await connection?.then(({ end }) => end?.()).catch(() => {});
  }

  private async begin(): Promise<BaseLanguageClient> {
    const connection = this.connect({
      // Wherever it is kept: where the server cannot read the other files of the workspace, it asks for them.
      documentSelector: [{ language: 'iptables' }],
      synchronize: { configurationSection: 'iptables' },
      outputChannel: this.output,
      traceOutputChannel: this.output,
      diagnosticCollectionName: 'iptables',
      initializationOptions: { commands: SERVER_COMMANDS, files: true },
    });
    this.connection = connection;
    try {
      const { client } = await connection;
      answerFileRequests(client);
      await client.start();
      // It may have been stopped meanwhile.
      this.running = this.connection === connection;
      this.started.fire();
      return client;
    } catch (error) {
      this.starting = undefined;
      throw error;
    }
  }
}
