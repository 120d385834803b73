// Answers the server where it asks for files of the workspace, wherever the editor keeps them.

import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, CancellationToken } from 'vscode-languageclient';
import type { FileRequests } from '../../server/src/features/files/protocol.ts';
import { type FolderEntry, filesBelow, filesIn, isReadable } from '../../server/src/features/files/walk.ts';

type Request<N extends keyof FileRequests> = FileRequests[N];

/** Registers what the initialization option `files` promises. */
export function answerFileRequests(client: BaseLanguageClient): void {
  const asUri = (uri: string): Uri => client.protocol2CodeConverter.asUri(uri);
  const found = async (file: Uri) => {
    const status = await workspace.fs.stat(file).then(
      (known) => known,
      () => undefined,
    );
    const isFile = status !== undefined && (status.type & FileType.File) !== 0;
    const uri = client.code2ProtocolConverter.asUri(file);
    return isFile ? { uri, size: status.size, changed: status.mtime } : undefined;
  };
  client.onRequest(
    'iptables/findFiles',
    async (
      { folder, below }: Request<'iptables/findFiles'>['params'],
      token: CancellationToken,
    ): Promise<Request<'iptables/findFiles'>['answer']> => ({
      files: below
        ? await filesBelow(asUri(folder), { entriesOf, found }, () => token.isCancellationRequested)
        : await filesIn(asUri(folder), { entriesOf, found }),
    }),
  );
  client.onRequest(
    'iptables/readFile',
    async ({ uri }: Request<'iptables/readFile'>['params']): Promise<Request<'iptables/readFile'>['answer']> => ({
      text: await textOf(asUri(uri)),
    }),
  );
}

async function entriesOf(folder: Uri): Promise<readonly FolderEntry<Uri>[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    // A link to a folder is both, and may lead in circles.
    return entries.map(([name, type]) => ({
      name,
      isFolder: type === FileType.Directory,
      place: Uri.joinPath(folder, name),
    }));
  } catch {
    return [];
  }
}

/** Null for what is no rules file, set file or configuration file of the workspace, and what cannot be read. */
async function textOf(uri: Uri): Promise<string | null> {
  if (!isReadable(uri.path) || !workspace.getWorkspaceFolder(uri)) return null;
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
