// Keeps aside what a record has, and tells what of it is gone.

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { ReportedFinding } from '../formats/format.ts';
import { pathFrom, wordsIn } from './identity.ts';
import { isKeepable, type Keeper } from './keeper.ts';
import type { Entry } from './record.ts';

export class Known implements Keeper {
  private readonly record: string;
  /** How many findings of each kind are left to be met, by file. */
  private readonly left = new Map<string, Map<string, number>>();
  private readonly seen = new Set<string>();
  count = 0;

  /** `record`: the path of the record with these entries. */
  constructor(record: string, entries: readonly Entry[]) {
    this.record = record;
    for (const { file, code, line, count } of entries) {
      const ofFile = this.left.get(file) ?? new Map<string, number>();
      const key = keyOf(code, line);
      ofFile.set(key, (ofFile.get(key) ?? 0) + count);
      this.left.set(file, ofFile);
    }
  }

  told(path: string, { lines }: RulesFile, findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
    const file = pathFrom(this.record, path);
    this.seen.add(file);
    const left = this.left.get(file);
    if (!left) return findings;
    const told = findings.filter((finding) => {
      const key = keyOf(finding.code, wordsIn(lines.line(finding.line)));
      const count = left.get(key) ?? 0;
      if (count === 0 || !isKeepable(finding)) return true;
      left.set(key, count - 1);
      return false;
    });
    this.count += findings.length - told.length;
    return told;
  }

  end() {
    const sentences: string[] = [];
    for (const [file, left] of this.left) {
      const count = [...left.values()].reduce((sum, one) => sum + one, 0);
      if (count === 0 || !this.isOver(file)) continue;
      const gone = count === 1 ? '1 known finding is gone from' : `${count} known findings are gone from`;
      sentences.push(`${gone} "${file}". Write "${this.record}" anew with "--write-known".`);
    }
    return { sentences, failed: false };
  }

  /** The file was looked at, or is there no more. */
  private isOver(file: string): boolean {
    return this.seen.has(file) || (file !== '-' && !existsSync(resolve(dirname(this.record), file)));
  }
}

function keyOf(code: string, line: string): string {
  return `${code}\n${line}`;
}
