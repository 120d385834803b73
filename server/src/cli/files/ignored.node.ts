// Which files of a folder Git leaves out: what .gitignore files and .git/info/exclude say, the nearest file last.

import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import process from 'node:process';
import ignore from 'ignore';

/** What is left out below one folder. */
interface Rules {
  readonly folder: string;
  readonly patterns: ignore.Ignore;
}

/** Git takes names alike that a system takes alike. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin';

export class Ignored {
  /** The outermost first. */
  private readonly rules: readonly Rules[];
  private readonly isInRepository: boolean;

  private constructor(rules: readonly Rules[], isInRepository: boolean) {
    this.rules = rules;
    this.isInRepository = isInRepository;
  }

  /** Leaves out nothing, wherever it is asked. */
  static readonly nothing = new Ignored([], false);

  /**
   * What holds in a folder that is to be searched, its own file not yet read. Where the folder itself is left out, it is
   * searched all the same, and what leaves it out says nothing of what is in it.
   */
  static above(folder: string): Ignored {
    const parents: string[] = [];
    let root = folder;
    while (!isRepository(root)) {
      const parent = dirname(root);
      if (parent === root) return Ignored.nothing;
      parents.unshift(root);
      root = parent;
    }
    if (root === folder) return Ignored.nothing;
    let found = Ignored.nothing.within(root, true, true);
    for (const one of parents) {
      if (found.has(one, true)) return new Ignored([], true);
      if (one !== folder) found = found.within(one, true, false);
    }
    return found;
  }

  /** What holds within a folder that may have a .gitignore, or be a repository of its own. */
  within(folder: string, hasFile: boolean, isRoot: boolean): Ignored {
    const rules = isRoot ? rulesIn(excludeFileOf(folder), folder) : this.rules;
    const all =
      hasFile && (isRoot || this.isInRepository) ? [...rules, ...rulesIn(join(folder, '.gitignore'), folder)] : rules;
    return all === this.rules ? this : new Ignored(all, isRoot || this.isInRepository);
  }

  /** Whether something in a folder that is not left out is left out. */
  has(path: string, isFolder: boolean): boolean {
    for (let i = this.rules.length - 1; i >= 0; i--) {
      const rule = this.rules[i];
      if (!rule) continue;
      const { ignored, unignored } = rule.patterns.test(below(rule.folder, path) + (isFolder ? '/' : ''));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

/** The path from a folder on, as patterns have it. */
function below(folder: string, path: string): string {
  const rest = path.slice(folder.endsWith(sep) ? folder.length : folder.length + 1);
  return sep === '/' ? rest : rest.replaceAll(sep, '/');
}

function isRepository(folder: string): boolean {
  return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
}

function rulesIn(file: string, folder: string): readonly Rules[] {
  const text = textOf(file);
  return text === undefined ? [] : [{ folder, patterns: ignore({ ignorecase, allowRelativePaths: false }).add(text) }];
}

/** The list of one clone alone. In a worktree or a submodule `.git` is a file that tells where it is. */
function excludeFileOf(root: string): string {
  const own = join(root, '.git');
  const place = /^gitdir: (.*)$/m.exec(textOf(own) ?? '')?.[1];
  const folder = place === undefined ? own : resolve(root, place.trim());
  const common = place === undefined ? undefined : textOf(join(folder, 'commondir'));
  return join(common === undefined ? folder : resolve(folder, common.trim()), 'info', 'exclude');
}

/** The text of a file; undefined where there is none that can be read. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
