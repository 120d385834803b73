// Owns files with many mistakes: each loader's refused lines, found by emptying the named line and loading again.
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { builtinChains, TABLE_NAMES } from '../../../server/src/vocabulary/tables.ts';
import { type CaseWishes, makeCase } from './case.ts';
import { errorsOf, isOfMachine, NAMED_LATER_BY_NFT } from './judge.ts';
import type { Pool } from './pool.ts';
import { Random } from './random.ts';
import type { Answer, Loader, Question } from './tools.ts';

/** What one loader refuses of a text. */
interface Refused {
  /** By one-based line, its words. */
  readonly lines: ReadonlyMap<number, string>;
  /** The rest loads; false where it names a COMMIT, behind which the culprit hides. */
  readonly whole: boolean;
}

const MOST_ROUNDS = 40;
/** A line that ends the reading hides all others. */
const ENDS = /(^| )-\w*[hV]| --(h|ve)/;

/** A file of some tables whose rules are those of single cases, whole and broken. */
export function makeManyMistakes(number: number, wishes: CaseWishes, pools: Readonly<Record<Family, Pool>>): Question {
  const random = new Random(`many:${wishes.seed}:${number}`);
  const family: Family = random.chance(0.6) ? 4 : 6;
  const rules = new Map<string, string[]>();
  for (let i = 0; i < 30; i++) {
    const one = makeCase(number * 30 + i, wishes, pools);
    const [table = '', ...lines] = one.text.split('\n');
    const found = one.family === family ? lines.filter((line) => line.startsWith('-A') && !ENDS.test(line)) : [];
    rules.set(table, [...(rules.get(table) ?? []), ...found]);
  }
  const lines = TABLE_NAMES.flatMap((table) => {
    const own = rules.get(`*${table}`) ?? [];
    if (own.length === 0) return [];
    return [
      `*${table}`,
      ...builtinChains(table).map((chain) => `:${chain} ACCEPT [0:0]`),
      ':FOO - [0:0]',
      ...own,
      'COMMIT',
    ];
  });
  return { family, text: `${lines.join('\n')}\n` };
}

async function refusedBy(question: Question, tool: number, loader: Loader): Promise<Refused> {
  const left = question.text.split('\n');
  const lines = new Map<number, string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [answers = []] = await loader.ask([{ ...question, text: left.join('\n') }]);
    const answer: Answer | undefined = answers[tool];
    if (!answer?.refused) return { lines, whole: answer !== undefined };
    const { line = 0, message } = answer;
    const text = left[line - 1];
    if (text === undefined || text === '' || text.startsWith('COMMIT')) break;
    lines.set(line, message);
    left[line - 1] = '';
  }
  return { lines, whole: false };
}

/**
 * What we say wrongly of a text, one sentence each: a line that every loader refuses and we do not mark, or that we mark
 * and a loader takes. What only this machine decides does not count.
 */
export async function disagreementsOver(question: Question, loader: Loader): Promise<string[]> {
  const [answers = []] = await loader.ask([question]);
  const tools: Refused[] = [];
  for (const tool of answers.keys()) tools.push(await refusedBy(question, tool, loader));
  const version = answers[0]?.version ?? 'any';
  const errors = errorsOf(question, { backend: 'both', version });
  const marked = new Set(errors.map(({ line }) => line + 1));
  const lines = question.text.split('\n');
  const [first, ...others] = tools;
  const wanted = [...(first?.lines ?? [])].filter(([line, message]) => {
    const all = others.map((other) => other.lines.get(line));
    return all.every((said) => said !== undefined && !isOfMachine(question, said)) && !isOfMachine(question, message);
  });
  return [
    ...wanted
      .filter(([line]) => !marked.has(line))
      .map(([line, message]) => `silence on line ${line}, "${lines[line - 1]}": ${message}`),
    ...errors
      .filter(({ line, code }) => !NAMED_LATER_BY_NFT.has(code) && tools.some((tool) => takes(tool, line + 1)))
      .map(({ line, message }) => `false error on line ${line + 1}, "${lines[line]}": ${message}`),
  ];
}

function takes({ whole, lines }: Refused, line: number): boolean {
  return whole && !lines.has(line);
}
