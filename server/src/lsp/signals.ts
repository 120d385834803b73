// Notifications that several parts wait for: a connection knows one listener of each, the last that came.

import type { Connection, DidChangeWatchedFilesParams } from 'vscode-languageserver';

export class Signals {
  private readonly ofStart: (() => void)[] = [];
  private readonly ofFiles: ((uris: readonly string[]) => void)[] = [];

  constructor(connection: Pick<Connection, 'onInitialized' | 'onDidChangeWatchedFiles'>) {
    connection.onInitialized(() => {
      for (const listener of this.ofStart) listener();
    });
    connection.onDidChangeWatchedFiles(({ changes }: DidChangeWatchedFilesParams) => {
      const uris = changes.map(({ uri }) => uri);
      for (const listener of this.ofFiles) listener(uris);
    });
  }

  /** The client is ready to be asked. */
  onInitialized(listener: () => void): void {
    this.ofStart.push(listener);
  }

  /** Files that the client was asked to watch have changed. */
  onFilesChanged(listener: (uris: readonly string[]) => void): void {
    this.ofFiles.push(listener);
  }
}
