// Every safe fix, made alone, takes its finding away, adds none and leaves a file that loads: in the examples of the pages and,
// where they lie beside the project, in real files. `SAFE_FIXES=1000` takes so many of a kind in each file, and large files, too;
// `SEED=7` takes other ones.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { isCode } from '../../server/src/check/codes/index.ts';
import type { Fix } from '../../server/src/check/fix.ts';
import { fixedAll } from '../../server/src/lint/fixing/fix-all.ts';
import { type AnyFinding, allFindingsOf, allFixesFor } from '../../server/src/lint/lint-file.ts';
import { familyOf, isFragment } from '../../server/src/ruleset/family.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../server/src/syntax/lines.ts';
import type { Family } from '../../server/src/vocabulary/schema.ts';
import { type Backend, backends, describeWithIptables, loads, savedText } from '../support/iptables.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = join(ROOT, 'docs', 'rules');
const REAL = join(ROOT, '..', 'shared', 'oracle', 'real');
const there = existsSync(REAL);
if (!there) console.log('Safe fixes: the real files are not beside the project; their tests are skipped.');

const { SAFE_FIXES, SEED = '1' } = process.env;
/** Files with more lines, and more fixes of one kind in a file, take too long for every day. */
const MOST_LINES = SAFE_FIXES ? Number.POSITIVE_INFINITY : 700;
const MOST_OF_KIND = Number(SAFE_FIXES ?? 2);

const TIMEOUT = SAFE_FIXES ? 7_200_000 : 60_000;

interface Sample {
  readonly name: string;
  readonly text: string;
}

function samplesOfPages(): Sample[] {
  return readdirSync(PAGES).flatMap((page) => {
    const text = readFileSync(join(PAGES, page), 'utf8');
    return [...text.matchAll(/## (Bad|Good)\n\n```iptables\n([\s\S]*?)```/g)].map(([, kind = '', example = '']) => ({
      name: `${page}, ${kind}`,
      text: example,
    }));
  });
}

function samplesOfReal(): Sample[] {
  if (!there) return [];
  return readdirSync(REAL)
    .filter((name) => !name.endsWith('.jsonl'))
    .map((name) => ({ name, text: readFileSync(join(REAL, name), 'utf8') }))
    .filter(({ text }) => text.split('\n').length <= MOST_LINES);
}

function read({ name, text }: Sample): RulesFile {
  const lines = new LineArray(text, 'loader');
  const family = familyOf(lines, name, undefined, undefined);
  return new RulesFile(lines, { ...DEFAULT_SETTINGS, family, fragment: isFragment(lines, name) });
}

interface Offer {
  readonly finding: AnyFinding;
  readonly fix: Fix;
}

/** The safe fixes of a file; of one kind some that the seed chooses. */
function offersIn(file: RulesFile, findings: readonly AnyFinding[]): Offer[] {
  const codes = new Set(findings.map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const found = findings.filter((finding) => finding.code === code);
    const start = found.length > MOST_OF_KIND ? (Number(SEED) * 7919) % found.length : 0;
    return [...found.slice(start), ...found.slice(0, start)].slice(0, MOST_OF_KIND).flatMap((finding) =>
      allFixesFor(file, finding)
        .filter(({ safe }) => safe)
        .map((fix) => ({ finding, fix })),
    );
  });
}

function made(file: RulesFile, { edits }: Fix): string {
  const copy = file.copy();
  const fromBelow = [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
  for (const { range, text } of fromBelow) copy.edit(range, text);
  return copy.lines.text();
}

function countsOf(findings: readonly AnyFinding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** What is wrong with a fix; undefined for a good one. */
function complaint(sample: Sample, before: readonly AnyFinding[], { finding, fix }: Offer, after: string) {
  const found = allFindingsOf(read({ ...sample, text: after }));
  const [had, has] = [countsOf(before), countsOf(found)];
  const left = has.get(finding.code) ?? 0;
  const say = (what: string) => `${sample.name}:${finding.line + 1}: ${fix.title} for ${finding.code}: ${what}`;
  if (left >= (had.get(finding.code) ?? 0)) return say('it is still there');
  // What no loader read before may have mistakes of its own.
  const isHidden = isCode(finding.code);
  const fresh = [...has].find(([code, count]) => count > (had.get(code) ?? 0) && !(isHidden && !isCode(code)));
  return fresh && say(`there is one more ${fresh[0]}`);
}

function complaintsIn(samples: readonly Sample[]): { readonly bad: string[]; readonly count: number } {
  const bad: string[] = [];
  let count = 0;
  for (const sample of samples) {
    const file = read(sample);
    const before = allFindingsOf(file);
    for (const offer of offersIn(file, before)) {
      count++;
      bad.push(...[complaint(sample, before, offer, made(file, offer.fix)) ?? []].flat());
    }
  }
  return { bad, count };
}

describe('each safe fix alone', () => {
  test('takes its finding away and adds none in the examples of the pages', () => {
    const { bad, count } = complaintsIn(samplesOfPages());
    expect(bad).toEqual([]);
    expect(count).toBeGreaterThan(2);
  });

  test.skipIf(!there)('does so in real files', { timeout: TIMEOUT }, () => {
    const { bad, count } = complaintsIn(samplesOfReal());
    expect(bad).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });
});

const errorsIn = (findings: readonly AnyFinding[]) => findings.filter(({ severity }) => severity === 'error');

test.skipIf(!there)('all safe fixes together leave nothing safe to fix, and less to say', { timeout: TIMEOUT }, () => {
  for (const sample of samplesOfReal()) {
    const file = read(sample);
    const fixed = fixedAll(file, { kind: 'safe', packets: true });
    if (!fixed) continue;
    const [before, after] = [allFindingsOf(file), allFindingsOf(read({ ...sample, text: fixed.text }))];
    const had = errorsIn(before).length;
    expect(errorsIn(after).length, sample.name).toBeLessThanOrEqual(had);
    // What no loader read before may have mistakes of its own.
    if (had === 0) expect(after.length, sample.name).toBeLessThan(before.length);
    const again = fixedAll(read({ ...sample, text: fixed.text }), { kind: 'safe', packets: true });
    expect(again, sample.name).toBeUndefined();
  }
});

/** What a back end saves, in words that do not hang on which of two names a match goes by. */
function savedBy(backend: Backend, text: string, family: Family): readonly string[] {
  const saved = savedText(text, family, backend);
  if (typeof saved !== 'string') throw new Error(`${backend} refuses it: ${saved.message}`);
  return saved
    .replaceAll('-m state --state ', '-m conntrack --ctstate ')
    .replaceAll('-m state ! --state ', '-m conntrack ! --ctstate ')
    .split('\n');
}

/** The lines that only the first has. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Each load takes a while, so every day other files have their turn. */
const EVERY = SAFE_FIXES ? 1 : 16;

describeWithIptables(describe, 'each safe fix alone and the real tools', () => {
  test('what is saved lacks the rules that were deleted and nothing else', {
    timeout: TIMEOUT,
  }, () => {
    const real = samplesOfReal().filter((_, i) => i % EVERY === Number(SEED) % EVERY);
    let count = 0;
    for (const sample of [...samplesOfPages(), ...real]) {
      const file = read(sample);
      const { family } = file.settings;
      const offers = offersIn(file, allFindingsOf(file));
      if (offers.length === 0 || !loads(sample.text, family)) continue;
      count += offers.length;
      for (const backend of backends) {
        const had = savedBy(backend, sample.text, family);
        for (const { finding, fix } of offers) {
          const has = savedBy(backend, made(file, fix), family);
          const gone = without(had, has);
          const place = `${backend}, ${sample.name}:${finding.line + 1}: ${fix.title}`;
          expect(without(has, had), place).toEqual([]);
          expect(gone.length > 0, place).toBe(finding.code === 'unreachable-rule');
          expect(
            gone.filter((line) => !line.startsWith('-A ')),
            place,
          ).toEqual([]);
        }
      }
    }
    expect(count).toBeGreaterThan(2);
  });
});
