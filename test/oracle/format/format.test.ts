// Owns the proof that formatting keeps the meaning: what both back ends save of a file is the same before and after.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { CANONICAL, EVERY_WAY, formatted } from '../../support/formatted.ts';
import { backends, describeWithIptables, save, savedText } from '../../support/iptables.ts';
import { oracleIsThere, realFiles } from '../cases.ts';

/** Their timers and estimators are the whole kernel's, and outlive the namespace. */
const GLOBAL: ReadonlySet<string> = new Set(['IDLETIMER', 'RATEEST', 'LED', 'rateest']);

interface Example {
  readonly family: Family;
  readonly rule: string;
  readonly text: string;
}

const examples: readonly Example[] = [...MATCHES, ...TARGETS]
  .filter(({ name }) => !GLOBAL.has(name))
  .flatMap((extension) =>
    extension.examples.flatMap(({ family, rule, table }) =>
      (family ? [family] : extension.families).map(
        (each): Example => ({ family: each, rule, text: `*${table}\n:X - [0:0]\n${rule}\nCOMMIT\n` }),
      ),
    ),
  );

/** Why formatting changed what a text means: back end, way and the two savings; none where it did not, or nothing loads. */
function changesOf(text: string, family: Family): readonly string[] {
  const forms = [...new Set(EVERY_WAY.map((options) => formatted(text, options, { family })))];
  const changed = forms.filter((form) => form !== text);
  return backends.flatMap((backend) => {
    const before = changed.length === 0 ? undefined : savedText(text, family, backend);
    if (before === undefined || typeof before !== 'string') return [];
    return changed.flatMap((form) => {
      const after = savedText(form, family, backend);
      return after === before
        ? []
        : [`${backend}: ${JSON.stringify(after)} and not ${JSON.stringify(before)}: ${form}`];
    });
  });
}

describeWithIptables(describe, 'formatting', () => {
  it('prints the example of every extension as iptables-save does, or leaves its words', { timeout: 240_000 }, () => {
    let printed = 0;
    for (const { family, rule, text } of examples) {
      const form = formatted(text, CANONICAL, { family }).split('\n')[2];
      for (const backend of backends) {
        const saved = save(text, family, backend);
        if ('rc' in saved || form === rule) continue;
        printed++;
        expect(saved).toEqual([form]);
      }
    }
    expect(printed).toBeGreaterThan(100);
  });

  it('keeps what examples mean', { timeout: 240_000 }, () => {
    expect(examples.flatMap(({ text, family }) => changesOf(text.replaceAll(' ', '  '), family))).toEqual([]);
  });
});

const there = oracleIsThere();
if (!there) console.log('Formatting: the real files are not beside the project; 1 test is skipped.');

describeWithIptables(describe, 'formatting real files', () => {
  it.skipIf(!there)('keeps what they mean', { timeout: 600_000 }, () => {
    const wrong = realFiles().flatMap(({ file, path, family }) =>
      changesOf(readFileSync(path, 'utf8'), family).map((what) => `${file}: ${what}`),
    );
    expect(wrong).toEqual([]);
  });
});
