// Owns the measuring with texts that nobody means well: none may throw, none may hang.
import { completionsOf } from '../../server/src/features/completion.ts';
import { hoverOf } from '../../server/src/features/hover.ts';
import { findingsOf } from '../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../server/src/vocabulary/schema.ts';
import { BREAKAGES } from '../oracle/fuzz/breakages.ts';
import { makeFile } from '../oracle/fuzz/file.ts';
import { Pool } from '../oracle/fuzz/pool.ts';
import { Random } from '../oracle/fuzz/random.ts';
import { makeRule } from '../oracle/fuzz/rule.ts';
import type { Row } from './table.ts';

const POOLS: Readonly<Record<Family, Pool>> = { 4: new Pool(4, new Set()), 6: new Pool(6, new Set()) };
const PIECES = [
  '*',
  ':',
  '-A',
  '"',
  '\\',
  '!',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\t',
  '#',
  '[',
  ']',
  '=',
  '--',
  '-',
  ',',
  '/',
  '|',
  '\0',
  '\ufeff',
  '\ud800',
  '😀',
  'COMMIT',
  '*filter\n',
  '-j',
  '-m',
  '-p tcp',
  '{{ x }}',
  '$\x7bX}',
  '<%',
  '%>',
  '__proto__',
  'constructor',
  '\u2028',
  '\u0085',
  '\x7f',
] as const;

/** Any UTF-16 units, lone surrogates among them. */
function noise(random: Random): string {
  const most = random.pick([0x7f, 0xff, 0xffff]);
  return Array.from({ length: random.int(0, 200) }, () => String.fromCharCode(random.int(0, most))).join('');
}

function scraps(random: Random): string {
  return `*filter\n${random.list(1, 60, random.pick(['', ' ', '\n']), () => random.pick(PIECES))}`;
}

function brokenRule(pool: Pool, random: Random): string {
  let rule = makeRule(pool, random);
  for (let left = random.int(1, 4); rule && left > 0; left--)
    rule = random.pick([...BREAKAGES.values()])?.(rule, random, pool) ?? rule;
  return `*${rule?.table ?? 'filter'}\n${rule?.words.join(' ') ?? ''}\nCOMMIT\n`;
}

/** A piece put in, or a stretch taken out, somewhere. */
function halfEdited(text: string, random: Random): string {
  let edited = text;
  for (let left = random.int(1, 5); left > 0; left--) {
    const at = random.int(0, edited.length);
    edited =
      edited.slice(0, at) +
      random.pick([random.pick(PIECES), '', noise(random).slice(0, 5)]) +
      edited.slice(at + random.int(0, 9));
  }
  return edited;
}

function hostileText(pool: Pool, random: Random): string {
  const roll = random.int(0, 9);
  if (roll < 2) return noise(random);
  if (roll < 4) return scraps(random);
  if (roll < 6) return brokenRule(pool, random);
  if (roll < 8) return halfEdited(brokenRule(pool, random), random);
  const file = makeFile(pool, random).text;
  return roll === 8 ? file : halfEdited(file, random);
}

/** Reads, checks, edits and asks at a place: all that an editor does with a text. */
function use(text: string, family: Family, random: Random): void {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, family });
  findingsOf(file);
  const line = random.int(0, file.lineCount - 1);
  const character = random.int(0, file.lines.line(line).length);
  const position = { line, character };
  hoverOf(file, position);
  completionsOf(file, position);
  file.edit(
    { start: position, end: { line: Math.min(line + random.int(0, 1), file.lineCount - 1), character } },
    random.pick(PIECES),
  );
  findingsOf(file);
}

/** Milliseconds for a text, or what was thrown over it. */
function timeOf(number: number): { took: number; text: string; thrown?: string } {
  const random = new Random(`hostile:${number}`);
  const family: Family = random.chance(0.5) ? 4 : 6;
  const text = hostileText(POOLS[family], random);
  const start = performance.now();
  try {
    use(text, family, random);
  } catch (error) {
    return { took: 0, text, thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  return { took: performance.now() - start, text };
}

const SHOWN_THROWS = 5;

function measureTexts(count: number): Row[] {
  let throws = 0;
  let slowest = { number: 0, took: 0, length: 0 };
  const start = performance.now();
  for (let number = 0; number < count; number++) {
    const { took, text, thrown } = timeOf(number);
    if (thrown !== undefined && throws++ < SHOWN_THROWS)
      console.log(`Text ${number} throws: ${JSON.stringify(text)}\n${thrown}`);
    if (took > slowest.took) slowest = { number, took, length: text.length };
  }
  const seconds = (performance.now() - start) / 1000;
  const note = `text ${slowest.number}, ${slowest.length} characters; all in ${seconds.toFixed(0)} s`;
  return [
    { what: `throws over ${count} random and hostile texts`, value: throws, unit: '', most: 0 },
    { what: 'the slowest of them', value: slowest.took, unit: 'ms', most: 1000, note },
  ];
}

const SIZE = 10_000_000;
const LONG_LINES: Readonly<Record<string, string>> = {
  'one word': 'a',
  'words of a rule': '-p tcp -m tcp --dport 22 ',
  quotes: '"',
  'quoted words': '"a\\" b" ',
  'a list of addresses': '192.0.2.1,',
  'a list of ports': '22,',
  negations: '! ',
  'open brackets': '[',
  blanks: ' ',
  options: '--a',
  'wide characters': '😀',
};

function measureLongLines(): Row[] {
  return Object.entries(LONG_LINES).map(([what, piece]) => {
    const line = `-A INPUT -s ${piece.repeat(Math.ceil(SIZE / piece.length))}`;
    const start = performance.now();
    findingsOf(new RulesFile(`*filter\n${line}\nCOMMIT\n`, DEFAULT_SETTINGS));
    return { what: `a line of 10 MB: ${what}`, value: (performance.now() - start) / 1000, unit: 's', most: 1 };
  });
}

/** What 100,000 chains may be good for, by name. */
function chainShapes(names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return {
    declared: [],
    'each jumps to the next': ['-A INPUT -j C0', ...names.slice(1).map((name, i) => `-A C${i} -j ${name}`)],
    'in a circle': names.map((name, i) => `-A ${name} -j C${(i + 1) % names.length}`),
    'all called from INPUT': names.map((name) => `-A INPUT -j ${name}`),
    'others used and none of them declared': names.map((name, i) => `-A U${i} -j V${name}`),
    'others made by -N': names.map((_, i) => `-N N${i}`),
  };
}

function timeOfChains(shape: string, count: number): number {
  const names = Array.from({ length: count }, (_, i) => `C${i}`);
  const rules = chainShapes(names)[shape] ?? [];
  const text = ['*filter', ...names.map((name) => `:${name} - [0:0]`), ...rules, 'COMMIT', ''].join('\n');
  const start = performance.now();
  findingsOf(new RulesFile(text, DEFAULT_SETTINGS));
  return (performance.now() - start) / 1000;
}

const HANG = 5;

/** Ten times as many each time, up to `most`; what takes too long already is not made larger. */
function measureChains(most: number): Row[] {
  return Object.keys(chainShapes([])).map((shape) => {
    let count = most / 100;
    let value = timeOfChains(shape, count);
    while (count < most && value < HANG) {
      count *= 10;
      value = timeOfChains(shape, count);
    }
    return { what: `${count} chains, ${shape}`, value, unit: 's', most: count < most ? 0 : 2 };
  });
}

/** The rows of `count` small texts, of lines of 10 MB and of 100,000 chains. */
export function measureHostile(count: number): Row[] {
  return [...measureTexts(count), ...measureLongLines(), ...measureChains(100_000)];
}
