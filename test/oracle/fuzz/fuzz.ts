// Owns a run of the differential fuzz: makes the cases, asks the tools and us, collects and shrinks the disagreements.
import type { Extension, Family } from '../../../server/src/vocabulary/schema.ts';
import { type FuzzCase, makeCase } from './case.ts';
import { extensionsIn, type Group, Groups, likeness } from './groups.ts';
import { type Disagreement, errorsOf, judge } from './judge.ts';
import { MACHINE_BOUND, Pool } from './pool.ts';
import { shrink } from './shrink.ts';
import { Loader, type Release } from './tools.ts';

export interface FuzzWishes {
  readonly seed: string;
  readonly jobs: number;
  /** Whose answers count. */
  readonly releases: readonly Release[];
  readonly extension?: string | undefined;
  /** How many groups of disagreements are shrunk at most. */
  readonly shrinks: number;
}

export interface Shrunk {
  /** How many cases are alike. */
  count: number;
  readonly fuzzCase: FuzzCase;
  readonly text: string;
  readonly found: Disagreement;
}

export interface FuzzResult {
  readonly agreed: number;
  readonly disagreed: number;
  /** Cases that only this machine decides. */
  readonly skipped: number;
  readonly seconds: number;
  readonly disagreements: readonly Shrunk[];
}

type Pools = Readonly<Record<Family, Pool>>;

const BATCH = 20;

function exampleTexts(extension: Extension, family: Family): string[] {
  return extension.examples
    .filter((example) => example.family === undefined || example.family === family)
    .map(({ table, rule }) => {
      const user = [...rule.matchAll(/(?:-[jgA]) ([a-z][\w-]*|[A-Z]+_[A-Z_]+)/g)].map(
        (found) => `:${found[1]} - [0:0]`,
      );
      return [`*${table}`, ...user, rule, 'COMMIT', ''].join('\n');
    });
}

/** The extensions that this kernel cannot load although nothing is wrong: a module is missing, say. */
async function notLoadable(family: Family, loader: Loader): Promise<string[]> {
  const candidates = new Pool(family, MACHINE_BOUND).all.map((extension) => ({
    extension,
    texts: exampleTexts(extension, family),
  }));
  const questions = candidates.flatMap(({ texts }) => texts.map((text) => ({ family, text })));
  const answers = await loader.ask(questions);
  const loads = new Map(questions.map(({ text }, index) => [text, answers[index]]));
  return candidates.flatMap(({ extension: { name }, texts }) => {
    const clean = texts.filter((text) => errorsOf({ family, text }, { backend: 'both', version: 'any' }).length === 0);
    const missing = clean.length > 0 && clean.every((text) => loads.get(text)?.every(({ refused }) => refused));
    return missing ? [name] : [];
  });
}

async function makePools(loader: Loader): Promise<{ pools: Pools; leftOut: string[] }> {
  const v4 = await notLoadable(4, loader);
  const v6 = await notLoadable(6, loader);
  const pools = {
    4: new Pool(4, new Set([...MACHINE_BOUND, ...v4])),
    6: new Pool(6, new Set([...MACHINE_BOUND, ...v6])),
  };
  return { pools, leftOut: [...v4.map((name) => `${name} (IPv4)`), ...v6.map((name) => `${name} (IPv6)`)] };
}

/** The cases of one run, and what has come of them. */
interface Cases extends FuzzWishes {
  /** The number of the first. */
  readonly first: number;
  readonly runs: number;
}

/** Runs cases until none is left; several loaders share one counter. */
class Run {
  readonly groups = new Groups();
  agreed = 0;
  disagreed = 0;
  skipped = 0;
  #next: number;
  readonly #end: number;
  readonly #wishes: FuzzWishes;
  readonly #pools: Pools;

  constructor(wishes: Cases, pools: Pools) {
    this.#next = wishes.first;
    this.#end = wishes.first + wishes.runs;
    this.#wishes = wishes;
    this.#pools = pools;
  }

  async work(loader: Loader): Promise<void> {
    while (this.#next < this.#end) {
      const cases: FuzzCase[] = [];
      while (cases.length < BATCH && this.#next < this.#end)
        cases.push(makeCase(this.#next++, this.#wishes, this.#pools));
      const answers = await loader.ask(cases);
      cases.forEach((fuzzCase, index) => {
        const answer = answers[index];
        if (answer) this.#take(fuzzCase, judge(fuzzCase, answer));
      });
    }
  }

  #take(fuzzCase: FuzzCase, found: Disagreement | 'machine' | undefined): void {
    if (found === undefined) this.agreed++;
    else if (found === 'machine') this.skipped++;
    else {
      this.disagreed++;
      this.groups.add({ fuzzCase, found });
    }
  }
}

async function shrinkAll(groups: readonly Group[], loaders: readonly Loader[]): Promise<Shrunk[]> {
  const shrunk: Shrunk[] = [];
  let next = 0;
  const work = async (loader: Loader) => {
    for (let group = groups[next++]; group; group = groups[next++]) {
      const [sample] = group.samples;
      if (!sample) continue;
      const { fuzzCase, found } = sample;
      shrunk.push({ count: group.count, fuzzCase, ...(await shrink(fuzzCase, found, loader)) });
    }
  };
  await Promise.all(loaders.map(work));
  return merge(shrunk);
}

/** Cases that look alike once they are small become one, the shortest text standing for all. */
function merge(all: readonly Shrunk[]): Shrunk[] {
  const merged = new Map<string, Shrunk>();
  for (const one of [...all].sort((a, b) => a.text.length - b.text.length)) {
    const signature = `${one.found.blamed ? '' : extensionsIn(one.text)} | ${likeness(one.found)}`;
    const same = merged.get(signature);
    if (same) same.count += one.count;
    else merged.set(signature, one);
  }
  return [...merged.values()].sort((a, b) => b.count - a.count);
}

/** The loaders of a fuzz and what they can load, for any number of runs. Needs what `whyNoIptables` asks for. */
export class Fuzz {
  /** Extensions whose plain examples this kernel does not load, by family: `TEE (6)`. */
  readonly leftOut: readonly string[];
  readonly #wishes: FuzzWishes;
  readonly #loaders: readonly Loader[];
  readonly #pools: Pools;

  private constructor(wishes: FuzzWishes, loaders: readonly Loader[], pools: Pools, leftOut: readonly string[]) {
    this.#wishes = wishes;
    this.#loaders = loaders;
    this.#pools = pools;
    this.leftOut = leftOut;
  }

  static async open(wishes: FuzzWishes): Promise<Fuzz> {
    // What the kernel has is the same for all releases: one of them is asked.
    const first = new Loader(wishes.releases.slice(0, 1));
    const { pools, leftOut } = await makePools(first);
    first.close();
    const loaders = Array.from({ length: wishes.jobs }, () => new Loader(wishes.releases));
    return new Fuzz(wishes, loaders, pools, leftOut);
  }

  /** Runs so many cases from the one with the number `first`. */
  async run(first: number, runs: number): Promise<FuzzResult> {
    const run = new Run({ ...this.#wishes, first, runs }, this.#pools);
    const start = performance.now();
    await Promise.all(this.#loaders.map((loader) => run.work(loader)));
    const seconds = (performance.now() - start) / 1000;
    const disagreements = await shrinkAll(run.groups.list.slice(0, this.#wishes.shrinks), this.#loaders);
    const { agreed, disagreed, skipped } = run;
    return { agreed, disagreed, skipped, seconds, disagreements };
  }

  close(): void {
    for (const loader of this.#loaders) loader.close();
  }
}

/** One disagreement for people: how often, the text, what we say and what the tools say. */
export function describeDisagreement({ count, fuzzCase, text, found }: Shrunk): string {
  const ours = found.ours.map(
    ({ line, start, end, code, message }) => `${line + 1}:${start}-${end} [${code}] ${message}`,
  );
  return [
    `${count} x ${fuzzCase.about}, ${found.kind}, IPv${fuzzCase.family}, case ${fuzzCase.id} (${fuzzCase.breakage})`,
    `    text:   ${JSON.stringify(text)}`,
    `    ours:   ${ours.join(' | ') || 'no error'}`,
    `    theirs: ${found.theirs}`,
  ].join('\n');
}
