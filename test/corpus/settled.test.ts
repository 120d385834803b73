// Owns the disagreements with the real loaders that the fuzz found and that were settled: each stays settled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../server/src/syntax/lines.ts';
import type { Backend, Family, Version } from '../../server/src/vocabulary/schema.ts';
import { releasesAtHand } from '../oracle/fuzz/tools.ts';
import { describeWithIptables, load } from '../support/iptables.ts';

/** One line of settled.jsonl. */
interface Settled {
  readonly text: string;
  readonly family: Family;
  /** Whose answer it is; both back ends' when missing. */
  readonly backend?: Backend;
  /** The release that was asked; 1.8.9 when missing. */
  readonly version?: Version;
  readonly expect: 'error' | 'ok';
  /** The one line to be marked, one-based; null for a text that loads. */
  readonly line: number | null;
  /** What it shows. */
  readonly note: string;
}

const cases = readFileSync(join(import.meta.dirname, 'settled.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Settled => JSON.parse(line));

const versionOf = ({ version = '1.8.9' }: Settled): Version => version;

/** The lines with errors, each once, ascending. */
function errorLines({ text, family }: Settled, settings: Partial<FileSettings>): number[] {
  const file = new RulesFile(new LineArray(text, 'loader'), { ...DEFAULT_SETTINGS, ...settings, family });
  const errors = findingsOf(file).filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ line }) => line + 1))];
}

const title = (one: Settled) =>
  `${one.note} (${one.backend ?? 'both'}, ${versionOf(one)}): ${JSON.stringify(one.text)}`;

describe('settled disagreements with the loaders', () => {
  for (const one of cases) {
    it(title(one), () => {
      const lines = errorLines(one, { backend: one.backend ?? 'both', version: versionOf(one) });
      expect(lines).toEqual(one.line === null ? [] : [one.line]);
    });
  }
});

it('settled texts that load have no line, all others one', () => {
  const wrong = cases.filter(({ expect: expected, line }) => (expected === 'ok') !== (line === null));
  expect(wrong.map(title)).toEqual([]);
});

describeWithIptables(describe, 'the loaders at hand still say what was settled of their release', () => {
  for (const { version, folder } of releasesAtHand()) {
    for (const one of cases.filter((each) => versionOf(each) === version)) {
      it(title(one), () => {
        const backends: readonly Backend[] = one.backend ? [one.backend] : ['legacy', 'nft'];
        for (const backend of backends) {
          expect(load(one.text, one.family, backend, folder).rc !== 0, backend).toBe(one.expect === 'error');
        }
      });
    }
  }
});
