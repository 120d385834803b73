// The rules files and set files of the workspace: found when somebody asks, found again when something has changed.

import type { CancellationToken } from 'vscode-languageserver';
import type { FoundFile } from '../../features/files/protocol.ts';
import type { FileReader, Unreadable } from './file-reader.ts';

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
  /** The files of a folder by its address, and under the empty name those of the workspace. */
  private readonly lists = new Map<string, List>();
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
    return this.listed('', token, async () => {
      const byUri = new Map<string, FoundFile>();
      for (const folder of this.folders) {
        for (const file of await this.find(folder, true, token)) byUri.set(keyOf(file.uri), file);
      }
      return [...byUri.values()];
    });
  }

  /** The files in the folder of a file of the workspace; none where the file is of no folder of the workspace. */
  async beside(uri: string, token: CancellationToken): Promise<readonly FoundFile[]> {
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    const key = `${keyOf(folder)}/`;
    if (!this.holds(key)) return [];
    return this.listed(key, token, () => this.find(folder, false, token));
  }

  /** The list of that name: a known one while it holds, else a new one. */
  private async listed(
    name: string,
    token: CancellationToken,
    make: () => Promise<readonly FoundFile[]>,
  ): Promise<readonly FoundFile[]> {
    if (this.watched === undefined) this.beginToWatch();
    const known = this.lists.get(name);
    if (known && Date.now() - known.at < (this.watched ? WATCHED : UNWATCHED)) return known.files;
    const { round } = this;
    const files = await make();
    // A walk that was cut short has not seen everything; one during which something changed has seen both.
    if (!token.isCancellationRequested && round === this.round) this.lists.set(name, { files, at: Date.now() });
    return files;
  }

  private async find(folder: string, below: boolean, token: CancellationToken): Promise<readonly FoundFile[]> {
    const found = this.readerOf(folder)?.find(folder, below, token);
    return (await found?.catch(() => [])) ?? [];
  }

  /** The text of a file that was found; undefined where it cannot be read. */
  async read({ uri }: FoundFile, token: CancellationToken): Promise<string | undefined> {
    const text = await this.look(uri, token);
    return typeof text === 'string' ? text : undefined;
  }

  /** The text of a file that may be there; undefined where it is not, or nobody answers. */
  async look(uri: string, token: CancellationToken): Promise<string | Unreadable | undefined> {
    return this.readerOf(uri)
      ?.read(uri, token)
      .catch(() => undefined);
  }

  /** The folders that a file is in, its own first: all that can be read, or those of the workspace where only these can. */
  foldersAbove(uri: string): readonly string[] {
    const reader = this.readerOf(uri);
    const [, root = '', path = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/.*)$/i.exec(uri) ?? [];
    const names = path.split('/').slice(1, -1);
    const folders = [...names.keys()].map((i) => [root, ...names.slice(0, i + 1)].join('/')).reverse();
    if (!reader || path === '') return [];
    return reader.isFree ? [...folders, root] : folders.filter((folder) => this.holds(`${keyOf(folder)}/`));
  }

  /** Whether a folder, whose key ends with a slash, is one of the workspace or in one. */
  private holds(key: string): boolean {
    return this.folders.some((root) => key.startsWith(`${keyOf(root).replace(/\/+$/, '')}/`));
  }

  /** Nobody waits for the answer, which may never come. */
  private beginToWatch(): void {
    this.watched = false;
    void this.watch().then((watched) => {
      this.watched = watched;
    });
  }

  /** Something changed below the folders. */
  changed(): void {
    this.round++;
    this.lists.clear();
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
