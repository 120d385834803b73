// Writes down what is found, so that only news is told from now on.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import { writeText } from '../fix/replace-file.node.ts';
import type { ReportedFinding } from '../formats/format.ts';
import { pathFrom, wordsIn } from './identity.ts';
import { isKeepable, type Keeper } from './keeper.ts';
import { type Entry, recordText } from './record.ts';

export class Recorder implements Keeper {
  private readonly record: string;
  private readonly entries = new Map<string, Entry>();
  count = 0;

  /** `record`: the path of the record. */
  constructor(record: string) {
    this.record = record;
  }

  told(path: string, { lines }: RulesFile, findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
    const file = pathFrom(this.record, path);
    for (const finding of findings.filter(isKeepable)) {
      this.count++;
      const entry = { file, code: finding.code, line: wordsIn(lines.line(finding.line)) };
      const key = JSON.stringify(entry);
      this.entries.set(key, { ...entry, count: (this.entries.get(key)?.count ?? 0) + 1 });
    }
    return findings.filter((finding) => !isKeepable(finding));
  }

  end(isWhole: boolean) {
    if (!isWhole)
      return { sentences: [`"${this.record}" stays as it was, since not everything could be read.`], failed: true };
    const why = writeText(this.record, recordText([...this.entries.values()]));
    if (why !== undefined) return { sentences: [`Cannot write "${this.record}": ${why}.`], failed: true };
    return { sentences: [], failed: false };
  }
}
