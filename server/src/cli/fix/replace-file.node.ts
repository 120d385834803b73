// Puts another text into a file: at once or not at all, whatever happens meanwhile.

import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../files/read.node.ts';

/** Anybody may write it. */
const WRITABLE = 0o222;
const MODE = 0o7777;

/**
 * Writes a text in the place of another one, which the file must still have. A link stays and its target is written.
 * Answers why that cannot be; undefined where it is done.
 */
export function replaceFile(path: string, before: string, after: string): string | undefined {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return 'it is not a regular file';
    const target = realpathSync(path);
    if ((stat.mode & WRITABLE) === 0) return 'it is read-only';
    accessSync(target, constants.W_OK);
    const bytes = readFileSync(target);
    if (!isUtf8(bytes)) return NOT_UTF8;
    if (bytes.toString('utf8') !== before) return 'it has changed meanwhile';
    write(target, stat, after);
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

export const NOT_UTF8 = 'it has bytes that are not UTF-8, which would be lost';

/** Writes a text into a file, which may not be there yet. Answers why that cannot be; undefined where it is done. */
export function writeText(path: string, text: string): string | undefined {
  try {
    if (existsSync(path)) return replaceFile(path, readFileSync(path, 'utf8'), text);
    write(path, undefined, text);
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

/** Whether a file's bytes are its text: what cannot be read as UTF-8 shows as U+FFFD. */
export function isWhole(path: string, text: string): boolean {
  if (!text.includes('\ufffd')) return true;
  try {
    return path !== '-' && statSync(path).isFile() && isUtf8(readFileSync(path));
  } catch {
    return false;
  }
}

/** `stat`: of the file that is there, whose owner and mode stay. */
function write(target: string, stat: Stats | undefined, text: string): void {
  const fresh = join(dirname(target), `.iptables-lint-${randomBytes(6).toString('hex')}.tmp`);
  const file = openSync(fresh, 'wx', stat ? 0o600 : 0o666);
  try {
    try {
      writeFileSync(file, text);
      if (stat) {
        keepOwner(file, stat);
        fchmodSync(file, stat.mode & MODE);
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Only root may give files away; a group of one's own may be kept without. */
function keepOwner(file: number, { uid, gid }: Stats): void {
  for (const owner of [uid, -1]) {
    try {
      fchownSync(file, owner, gid);
      return;
    } catch (error) {
      if (!['EPERM', 'EINVAL'].includes(codeOf(error))) throw error;
    }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission to write it, or to create a file beside it',
  EPERM: 'you have no permission to write it, or to create a file beside it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota of the disk is used up',
  EBUSY: 'somebody uses it',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
};

function reason(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
