// Tells the files of the workspace what the client says of them: its folders, what changes below them.

import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import type { Signals } from '../signals.ts';
import { clientFiles, type FileReader } from './file-reader.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** Names of all rules files and set files have one of these words, and few others do. */
const WATCHED = '**/*{rules,tables,ipset}*';

/** The files of the workspace that a client has opened. `own` reads what the server itself can read. */
export function workspaceFiles(
  connection: Connection,
  signals: Signals,
  params: InitializeParams,
  own?: FileReader,
): WorkspaceFiles {
  const readers = [...(own ? [own] : []), ...(readsFiles(params) ? [clientFiles(connection)] : [])];
  const files = new WorkspaceFiles(readers, foldersOf(params), () => watch(connection, params));
  signals.onFilesChanged(() => files.changed());
  signals.onFoldersChanged(({ added, removed }) => {
    const uris = (folders: typeof added) => folders.map(({ uri }) => uri);
    files.refold(uris(added), uris(removed));
  });
  return files;
}

function readsFiles({ initializationOptions }: InitializeParams): boolean {
  const options: unknown = initializationOptions;
  return typeof options === 'object' && options !== null && Reflect.get(options, 'files') === true;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** Asks the client to tell of changes; false where it does not. */
async function watch(connection: Connection, { capabilities }: InitializeParams): Promise<boolean> {
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return false;
  const options = { watchers: [{ globPattern: WATCHED }] };
  return connection.client.register(DidChangeWatchedFilesNotification.type, options).then(
    () => true,
    () => false,
  );
}
