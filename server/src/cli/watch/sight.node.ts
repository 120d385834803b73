// What the linter looks at, and how each of it is now: rules files, their twins, their configuration, the record.

import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { CONFIGURATION_FILES, isRulesFileName, looksLikeRules } from '../../vocabulary/file-names.ts';
import type { LintArguments } from '../arguments.ts';
import { Finder, SKIPPED_FOLDERS } from '../files/find.node.ts';
import { Ignored } from '../files/ignored.node.ts';
import { isPattern, patternsOf } from '../files/pattern.ts';
import { twinPathOf } from '../twin.node.ts';

/** So much of a new file tells whether it holds rules. */
const HEAD = 64 * 1024;
const GIT_IGNORE = '.gitignore';

export class Sight {
  private readonly asksGit: boolean;
  /** The state of each file, also of one that may come, by its absolute path. */
  private readonly states = new Map<string, string>();
  /** The folders that are searched for rules files; for those below a pattern true, since any name may match. */
  private readonly searched = new Map<string, boolean>();
  /** How many rules files there are. */
  readonly count: number;
  /** All folders in which something may happen that matters. */
  readonly folders = new Set<string>();

  constructor({ paths, config, known, searchesConfig, asksGit }: LintArguments) {
    this.asksGit = asksGit;
    const finder = new Finder(asksGit);
    const sources = paths.flatMap((path) => finder.find(path).sources);
    const files = sources.flatMap(({ path, isGuess }) => (isGuess && !beginsAsRules(path) ? [] : [resolve(path)]));
    this.count = files.length;
    for (const path of paths) this.searchPath(path);
    for (const file of files) {
      this.see(file);
      const twin = twinPathOf(file);
      if (twin !== undefined) this.see(twin);
      if (config === undefined && searchesConfig)
        this.seeInFoldersAbove(
          dirname(file),
          CONFIGURATION_FILES.map(({ name }) => name),
        );
    }
    for (const path of [config, known?.record]) if (path !== undefined) this.see(resolve(path));
  }

  /** Whether what happened to a name in a folder may matter. */
  concerns(folder: string, name: string): boolean {
    const path = join(folder, name);
    if (this.states.has(path) || this.folders.has(path)) return true;
    const isAny = this.searched.get(folder);
    return isAny !== undefined && !SKIPPED_FOLDERS.has(name) && (isAny || mayHoldRules(path));
  }

  /** The paths whose state is another one than before. */
  changesSince(before: Sight): string[] {
    const paths = new Set([...this.states.keys(), ...before.states.keys()]);
    // What is not looked at any more may be there as it was.
    return [...paths].filter(
      (path) => (this.states.get(path) ?? stateOf(path)) !== (before.states.get(path) ?? MISSING),
    );
  }

  private see(path: string): void {
    if (this.states.has(path)) return;
    this.states.set(path, stateOf(path));
    this.addFolders(dirname(path));
    try {
      // What a link leads to may change while the link stays as it is.
      const target = realpathSync(path);
      if (target !== path) this.see(target);
    } catch {
      // It is not there yet.
    }
  }

  private seeInFoldersAbove(folder: string, names: readonly string[]): void {
    for (const name of names) this.see(join(folder, name));
    if (dirname(folder) !== folder) this.seeInFoldersAbove(dirname(folder), names);
  }

  /** A folder and those above it, any of which may be replaced. */
  private addFolders(folder: string): void {
    if (this.folders.has(folder)) return;
    this.folders.add(folder);
    if (dirname(folder) !== folder) this.addFolders(dirname(folder));
  }

  private searchPath(path: string): void {
    const isThere = stateOf(path) !== MISSING;
    if (isThere || !isPattern(path)) this.searchAll(resolve(path), false);
    else
      for (const { folder } of patternsOf(sep === '/' ? path : path.replaceAll(sep, '/')))
        this.searchAll(resolve(folder), true);
  }

  private searchAll(folder: string, isAny: boolean): void {
    if (!isFolder(folder)) return;
    if (this.asksGit) this.seeInFoldersAbove(folder, [GIT_IGNORE]);
    this.search(folder, this.asksGit ? Ignored.above(realpathSync(folder)) : Ignored.nothing, isAny);
  }

  private search(folder: string, above: Ignored, isAny: boolean): void {
    this.addFolders(folder);
    this.searched.set(folder, isAny || this.searched.get(folder) === true);
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      const names = new Set(entries.map(({ name }) => name));
      const real = realpathSync(folder);
      const ignored = this.asksGit ? above.within(real, names.has(GIT_IGNORE), names.has('.git')) : above;
      if (this.asksGit) this.see(join(folder, GIT_IGNORE));
      for (const entry of entries)
        if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name) && !ignored.has(join(real, entry.name), true))
          this.search(join(folder, entry.name), ignored, isAny);
    } catch {
      // The linter tells what cannot be read.
    }
  }
}

const MISSING = '';

function stateOf(path: string): string {
  try {
    const { mtimeMs, size, ino, mode } = statSync(path);
    return `${mtimeMs} ${size} ${ino} ${mode}`;
  } catch {
    return MISSING;
  }
}

/** A folder, or a file that is called or begins as those with rules do. */
function mayHoldRules(path: string): boolean {
  return isRulesFileName(path.replaceAll('\\', '/')) || isFolder(path) || beginsAsRules(path);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function beginsAsRules(path: string): boolean {
  try {
    // Whoever opens a pipe may wait for ever.
    return statSync(path).isFile() && looksLikeRules(headOf(path));
  } catch {
    return false;
  }
}

function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.toString('utf8', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
