// How the server gets at the files of a workspace: by itself, or by way of the client.

import { type CancellationToken, type Connection, type Disposable, RAL } from 'vscode-languageserver';
import type { FileRequests, FoundFile } from '../../features/files/protocol.ts';

/** Something that can read the files below some folders. */
export interface FileReader {
  /** It reads what is in no folder of the workspace, too. */
  readonly isFree: boolean;
  /** Whether it can read below a folder. */
  readonly reads: (folder: string) => boolean;
  /** The rules files and set files in a folder, and where `below` says so in those below it, too. May reject. */
  readonly find: (folder: string, below: boolean, token: CancellationToken) => Promise<readonly FoundFile[]>;
  /** The text of one of them, or of a configuration file; undefined where there is none. May reject. */
  readonly read: (uri: string, token: CancellationToken) => Promise<string | Unreadable | undefined>;
}

/** A file that is there and cannot be read. */
export interface Unreadable {
  readonly why: string;
}

/** Milliseconds after which a client has no answer to such a request. */
const PATIENCE = 20_000;

/** Asks the client, which answers where its initialization options say `files: true`. */
export function clientFiles(connection: Connection): FileReader {
  async function ask<N extends keyof FileRequests>(
    name: N,
    params: FileRequests[N]['params'],
    token: CancellationToken,
  ): Promise<FileRequests[N]['answer']> {
    return inTime(connection.sendRequest<FileRequests[N]['answer']>(name, params, token), token);
  }
  return {
    isFree: false,
    reads: () => true,
    find: async (folder, below, token) => (await ask('iptables/findFiles', { folder, below }, token)).files,
    read: async (uri, token) => (await ask('iptables/readFile', { uri }, token)).text ?? undefined,
  };
}

/** An answer of the client; rejects where it does not come in time, or is not wanted any more. */
async function inTime<T>(answer: Promise<T>, token: CancellationToken): Promise<T> {
  const ends: Disposable[] = [];
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new Error('The client does not answer.'));
    ends.push(RAL().timer.setTimeout(giveUp, PATIENCE), token.onCancellationRequested(giveUp));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    for (const end of ends) end.dispose();
  }
}
