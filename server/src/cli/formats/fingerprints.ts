// A name for a finding that stays as the lines around it move: so a service knows which findings are new.

import { createHash } from 'node:crypto';
import type { ReportedFinding, Result } from './format.ts';

export class Fingerprints {
  private readonly result: Result;
  private readonly seen = new Map<string, number>();

  constructor(result: Result) {
    this.result = result;
  }

  /** To be asked for each finding once, in order: the same line with the same finding gets another name each time. */
  of({ code, line, start, end }: ReportedFinding): string {
    const { path, file } = this.result;
    const text = file?.lines.line(line) ?? '';
    const key = [path, code, text.trim(), text.slice(start, end)].join('\0');
    const count = this.seen.get(key) ?? 0;
    this.seen.set(key, count + 1);
    return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 32);
  }
}
