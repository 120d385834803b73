// Hears of what happens in folders. A folder that is replaced by another one of its name is heard of again.

import { type FSWatcher, statSync, watch } from 'node:fs';
import { codeOf } from '../files/read.node.ts';

interface Watched {
  readonly watcher: FSWatcher;
  /** Which folder it is, whatever its name. */
  readonly identity: string;
}

export class Folders {
  private readonly watched = new Map<string, Watched>();
  private readonly heard: (folder: string, name: string | undefined) => void;
  /** Why some folder is not watched; undefined where all are, or may not be read anyway. */
  trouble: string | undefined;

  /** `heard` is called with the name of what changed, where the system tells it. */
  constructor(heard: (folder: string, name: string | undefined) => void) {
    this.heard = heard;
  }

  /** How many folders are watched. */
  get count(): number {
    return this.watched.size;
  }

  /** Watches these folders and no others. */
  set(folders: ReadonlySet<string>): void {
    for (const folder of [...this.watched.keys()]) if (!folders.has(folder)) this.drop(folder);
    for (const folder of folders) this.add(folder);
  }

  private add(folder: string): void {
    const identity = identityOf(folder);
    if (this.watched.get(folder)?.identity === identity) return;
    this.drop(folder);
    if (identity === undefined) return;
    try {
      const watcher = watch(folder, (_, name) => this.heard(folder, name ?? undefined));
      watcher.on('error', () => this.drop(folder));
      this.watched.set(folder, { watcher, identity });
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOSPC' || code === 'EMFILE') this.trouble ??= 'the system watches no more folders than these';
      else if (code !== 'EACCES' && code !== 'EPERM' && code !== 'ENOENT') this.trouble ??= String(error);
    }
  }

  private drop(folder: string): void {
    this.watched.get(folder)?.watcher.close();
    this.watched.delete(folder);
  }
}

function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder);
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}
