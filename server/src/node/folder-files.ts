// The files of a workspace as Node reads them, for clients that have them on the same disk.

import { type Dirent, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FolderEntry, filesBelow, filesIn } from '../features/files/walk.ts';
import type { FileReader, Unreadable } from '../lsp/files/file-reader.ts';

/** A file or folder by its path, and by the address that the client would give it. */
interface Place {
  readonly path: string;
  readonly uri: string;
}

/** Reads what is below folders on the disk, and nothing else. */
export const folderFiles: FileReader = {
  isFree: true,
  reads: (folder) => pathOf(folder) !== undefined,
  async find(folder, below, token) {
    const path = pathOf(folder);
    if (path === undefined) return [];
    const root = { path, uri: folder.replace(/\/+$/, '') };
    const folders = { entriesOf, found };
    return below ? filesBelow(root, folders, () => token.isCancellationRequested) : filesIn(root, folders);
  },
  async read(uri) {
    const path = pathOf(uri);
    try {
      // Most that is asked for is not there, which is known at once: a large document is not put off for it.
      if (path === undefined || !statSync(path, { throwIfNoEntry: false })) return undefined;
      return await readFile(path, 'utf8');
    } catch (error) {
      return whyNot(error);
    }
  },
};

/** Nothing of a file that is not there. */
function whyNot(error: unknown): Unreadable | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  return { why: error instanceof Error ? error.message : String(error) };
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

async function entriesOf({ path, uri }: Place): Promise<readonly FolderEntry<Place>[]> {
  const entries: readonly Dirent[] = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.map((entry) => ({
    name: entry.name,
    isFolder: entry.isDirectory(),
    place: { path: join(path, entry.name), uri: `${uri}/${encodeURIComponent(entry.name)}` },
  }));
}

async function found({ path, uri }: Place): ReturnType<Parameters<typeof filesBelow<Place>>[1]['found']> {
  const status = await stat(path).catch(() => undefined);
  return status?.isFile() ? { uri, size: status.size, changed: status.mtimeMs } : undefined;
}
