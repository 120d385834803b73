// Owns the proof that formatting keeps the meaning: what both back ends save of a file is the same before and after.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import type { Backend, Family, TableName } from '../../../server/src/vocabulary/schema.ts';
import { TABLES } from '../../../server/src/vocabulary/tables.ts';
import { CANONICAL, CANONICAL_COLUMNS, formatted, TIDY } from '../../support/formatted.ts';
import { backends, describeWithIptables, savedText } from '../../support/iptables.ts';
import { oracleIsThere, realFiles } from '../cases.ts';

/** Their timers and estimators are the whole kernel's, and outlive the namespace. */
const GLOBAL: ReadonlySet<string> = new Set(['IDLETIMER', 'RATEEST', 'LED', 'rateest']);

const FAMILIES: readonly Family[] = [4, 6];

/** Columns are blanks alone, as a property shows, so two ways stand for all. */
const WAYS = [TIDY, CANONICAL_COLUMNS];

/** Rules that are loaded together. */
interface Batch {
  readonly name: string;
  readonly family: Family;
  readonly table: TableName;
  readonly rules: readonly string[];
}

/** The examples of all extensions, by family and table. */
const batches: readonly Batch[] = FAMILIES.flatMap((family) =>
  TABLES.map(({ name: table }): Batch => {
    const extensions = [...MATCHES, ...TARGETS].filter((one) => !GLOBAL.has(one.name) && one.families.includes(family));
    const examples = extensions.flatMap((one) => one.examples);
    const rules = examples.filter((one) => one.table === table && (one.family ?? family) === family);
    return { name: `${table}, IPv${family}`, family, table, rules: rules.map(({ rule }) => rule) };
  }),
);

const textOf = ({ table }: Batch, rules: readonly string[]): string =>
  `*${table}\n:X - [0:0]\n${rules.map((rule) => `${rule}\n`).join('')}COMMIT\n`;

/** The batch in parts that this back end loads; rules that it refuses are in none. */
function loadable(batch: Batch, backend: Backend): readonly (Batch & { readonly saved: string })[] {
  const saved = savedText(textOf(batch, batch.rules), batch.family, backend);
  if (typeof saved === 'string') return [{ ...batch, saved }];
  const middle = Math.floor(batch.rules.length / 2);
  if (middle === 0) return [];
  const halves = [batch.rules.slice(0, middle), batch.rules.slice(middle)];
  return halves.flatMap((rules) => loadable({ ...batch, rules }, backend));
}

/** What formatting changed of what a text means, one string each: back end and the two savings. */
function changesOf(text: string, family: Family, backend: Backend, before: string): readonly string[] {
  const forms = new Set(WAYS.map((options) => formatted(text, options, { family })));
  forms.delete(text);
  return [...forms].flatMap((form) => {
    const after = savedText(form, family, backend);
    return after === before ? [] : [`${backend}: ${JSON.stringify(after)} and not ${JSON.stringify(before)}: ${form}`];
  });
}

/** What formatting does wrongly to a batch on a back end, and of how many rules it says what is saved. */
function judge(batch: Batch, backend: Backend): { readonly printed: number; readonly wrong: readonly string[] } {
  let printed = 0;
  const wrong: string[] = [];
  for (const part of loadable(batch, backend)) {
    const { family, rules } = part;
    const forms = formatted(textOf(part, rules), CANONICAL, { family }).split('\n').slice(2, -2);
    const saved = part.saved.split('\n').filter((line) => line.startsWith('-A '));
    if (saved.length !== rules.length)
      wrong.push(`${backend} ${batch.name}: ${rules.length} rules are ${saved.length}`);
    for (const [i, form] of inOrderOfChains(forms, saved).entries()) {
      if (saved[i] === form) printed++;
      else if (!rules.includes(form)) wrong.push(`${backend} ${batch.name}: ${form} and not ${saved[i]}`);
    }
    const loose = rules.map((rule) => rule.replaceAll(' -', '  -'));
    wrong.push(...changesOf(textOf(part, loose), family, backend, part.saved));
  }
  return { printed, wrong };
}

describeWithIptables(describe, 'formatting', () => {
  it('prints examples as iptables-save does, or leaves their words', { timeout: 600_000 }, () => {
    const judged = batches.flatMap((batch) => backends.map((backend) => judge(batch, backend)));
    expect(judged.flatMap(({ wrong }) => wrong)).toEqual([]);
    const rules = backends.length * batches.reduce((sum, batch) => sum + batch.rules.length, 0);
    expect(judged.reduce((sum, { printed }) => sum + printed, 0)).toBeGreaterThan(rules / 2);
  });
});

/** The rules in the order in which their chains are saved. */
function inOrderOfChains(forms: readonly string[], saved: readonly string[]): readonly string[] {
  const chains = [...new Set(saved.map((line) => line.split(' ')[1]))];
  return chains.flatMap((chain) => forms.filter((form) => form.split(' ')[1] === chain));
}

const there = oracleIsThere();
if (!there) console.log('Formatting: the real files are not beside the project; 1 test is skipped.');

describeWithIptables(describe, 'formatting real files', () => {
  it.skipIf(!there)('keeps what they mean', { timeout: 600_000 }, () => {
    const wrong = realFiles().flatMap(({ file, path, family }) => {
      const text = readFileSync(path, 'utf8');
      return backends.flatMap((backend) => {
        const before = savedText(text, family, backend);
        if (typeof before !== 'string') return [];
        return changesOf(text, family, backend, before).map((what) => `${file}: ${what}`);
      });
    });
    expect(wrong).toEqual([]);
  });
});
