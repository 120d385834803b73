// Notifications that several parts wait for: a connection knows one listener of each, the last that came.

import {
  type Connection,
  type DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersNotification,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';

export class Signals {
  private readonly ofStart: (() => void)[] = [];
  private readonly ofFiles: ((uris: readonly string[]) => void)[] = [];
  private readonly ofFolders: ((event: WorkspaceFoldersChangeEvent) => void)[] = [];

  constructor(connection: Pick<Connection, 'onInitialized' | 'onDidChangeWatchedFiles' | 'onNotification'>) {
    connection.onInitialized(() => {
      for (const listener of this.ofStart) listener();
    });
    connection.onDidChangeWatchedFiles(({ changes }: DidChangeWatchedFilesParams) => {
      const uris = changes.map(({ uri }) => uri);
      for (const listener of this.ofFiles) listener(uris);
    });
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      for (const listener of this.ofFolders) listener(event);
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

  /** Folders were added to the workspace or taken out of it. */
  onFoldersChanged(listener: (event: WorkspaceFoldersChangeEvent) => void): void {
    this.ofFolders.push(listener);
  }
}
