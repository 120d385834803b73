// Goes through the folders of a workspace for rules files and set files, whoever lists the folders.

import { isConfigurationName, isRulesFileName, isSetFileName } from '../../vocabulary/file-names.ts';
import type { FoundFile } from './protocol.ts';

/** Folders that hold what others wrote. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);
/** A workspace may be a whole disk: those nearest to its root are looked into, and so many of the files are told. */
const MOST_FOLDERS = 5000;
const MOST_FILES = 1000;
/** A file of 100,000 rules has 8 MB. */
const LARGEST = 16 * 1024 * 1024;
const LISTED_AT_ONCE = 16;

/** What a folder holds: a folder, or a file that may be a link to one. */
export interface FolderEntry<P> {
  readonly name: string;
  readonly isFolder: boolean;
  readonly place: P;
}

/** How a walker sees its files. Neither ever rejects. */
export interface Folders<P> {
  readonly entriesOf: (folder: P) => Promise<readonly FolderEntry<P>[]>;
  /** Undefined for what is no regular file. */
  readonly found: (file: P) => Promise<FoundFile | undefined>;
}

/** True for the files that the server looks for in folders. */
function isWanted(path: string): boolean {
  return isRulesFileName(path) || isSetFileName(path);
}

/** True for the files whose text the server may ask for. */
export function isReadable(path: string): boolean {
  return isWanted(path) || isConfigurationName(path);
}

/** The rules files and set files in a folder, by their names. */
export async function filesIn<P>(folder: P, folders: Folders<P>): Promise<readonly FoundFile[]> {
  const flat = async (place: P) => (await folders.entriesOf(place)).filter(({ isFolder }) => !isFolder);
  return filesBelow(folder, { ...folders, entriesOf: flat }, () => false);
}

/** The same below a folder, the nearest first. Links to folders are not followed. */
export async function filesBelow<P>(
  root: P,
  { entriesOf, found }: Folders<P>,
  isCancelled: () => boolean,
): Promise<readonly FoundFile[]> {
  const files: FoundFile[] = [];
  let left = MOST_FOLDERS;
  let level = [{ place: root, name: '' }];
  while (level.length > 0 && !isCancelled()) {
    const next: typeof level = [];
    for (let i = 0; i < level.length && left > 0 && files.length < MOST_FILES && !isCancelled(); i += LISTED_AT_ONCE) {
      const some = level.slice(i, i + Math.min(LISTED_AT_ONCE, left));
      left -= some.length;
      const lists = await Promise.all(some.map(({ place }) => entriesOf(place)));
      const wanted = lists.flatMap((entries, at) =>
        entries.filter(({ name, isFolder }) => !isFolder && isWanted(`${some[at]?.name}/${name}`)),
      );
      const told = await Promise.all(wanted.slice(0, MOST_FILES - files.length).map(({ place }) => found(place)));
      files.push(...told.filter((file) => file !== undefined).filter(({ size }) => size <= LARGEST));
      next.push(...lists.flat().filter(({ name, isFolder }) => isFolder && !SKIPPED.has(name)));
    }
    level = next;
  }
  return files;
}
