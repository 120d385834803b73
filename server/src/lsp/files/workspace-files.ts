// The rules files and set files of the workspace: found when somebody asks, found again when something has changed.

import type { CancellationToken } from 'vscode-languageserver';
import type { FoundFile } from '../../features/files/protocol.ts';
import type { FileReader } from './file-reader.ts';

/** Milliseconds for which a list holds, where the client tells of changes and where it does not. */
const WATCHED = 60_000;
const UNWATCHED = 2000;

interface List {
  readonly files: readonly FoundFile[];
  readonly at: number;
}

export class WorkspaceFiles {
  private readonly readers: readonly FileReader[];
  private folders: readonly string[];
  private readonly watch: () => Promise<boolean>;
  /** Whether the client tells of changes; undefined until it is asked. */
  private watched: boolean | undefined;
  private list: List | undefined;
  /** Grows whenever a list of before may not hold any more. */
  private round = 0;

  /**
   * Each folder is read by the first reader that can. `watch` asks the client to tell of changes, once somebody wants the
   * files, and answers whether it will.
   */
  constructor(readers: readonly FileReader[], folders: readonly string[], watch: () => Promise<boolean>) {
    this.readers = readers;
    this.folders = folders;
    this.watch = watch;
  }

  /** The files of all folders, the nearest to the roots first. Without those of a folder that cannot be read. */
  async all(token: CancellationToken): Promise<readonly FoundFile[]> {
    if (this.watched === undefined) this.beginToWatch();
    if (this.list && Date.now() - this.list.at < (this.watched ? WATCHED : UNWATCHED)) return this.list.files;
    const { round } = this;
    const byUri = new Map<string, FoundFile>();
    for (const folder of this.folders) {
      const found =
        (await this.readerOf(folder)
          ?.find(folder, token)
          .catch(() => [])) ?? [];
      for (const file of found) byUri.set(keyOf(file.uri), file);
    }
    const files = [...byUri.values()];
    // A walk that was cut short has not seen everything; one during which something changed has seen both.
    if (!token.isCancellationRequested && round === this.round) this.list = { files, at: Date.now() };
    return files;
  }

  /** Nobody waits for the answer, which may never come. */
  private beginToWatch(): void {
    this.watched = false;
    void this.watch().then((watched) => {
      this.watched = watched;
    });
  }

  /** The text of a file of the list; undefined where it cannot be read. */
  async read({ uri }: FoundFile, token: CancellationToken): Promise<string | undefined> {
    return this.readerOf(uri)
      ?.read(uri, token)
      .catch(() => undefined);
  }

  /** Something changed below the folders. */
  changed(): void {
    this.round++;
    this.list = undefined;
  }

  /** Folders were added to the workspace and taken out of it. */
  refold(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(keyOf));
    this.folders = [...this.folders.filter((folder) => !gone.has(keyOf(folder))), ...added];
    this.changed();
  }

  private readerOf(uri: string): FileReader | undefined {
    return this.readers.find(({ reads }) => reads(uri));
  }
}

/** The same for all ways in which clients write the address of a file. */
export function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(
      /^file:\/\/\/([A-Z]):/,
      (_, drive: string) => `file:///${drive.toLowerCase()}:`,
    );
  } catch {
    return uri;
  }
}
