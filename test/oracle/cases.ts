// Labelled cases and real files of the conformance suite, where it lies beside the project.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyFinding, findingsOf } from '../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../server/src/syntax/lines.ts';
import { type Backend, type Family, VERSIONS, type Version } from '../../server/src/vocabulary/schema.ts';

const ORACLE = join(import.meta.dirname, '..', '..', '..', 'shared', 'oracle');
const SECOND_ROUND = join(ORACLE, 'second-round.jsonl');
export const CASE_FILES = ['suite', 'mutants', 'format', 'second-round'] as const;

/** True where the suite lies beside the project. */
export function oracleIsThere(): boolean {
  return existsSync(join(ORACLE, 'cases')) && existsSync(SECOND_ROUND);
}

/** A rules text and what the real tools said of it. */
export interface Case {
  readonly id: string;
  readonly family: Family;
  readonly expect: 'error' | 'ok' | 'differs';
  /** One-based, null where no line is to blame. */
  readonly line: number | null;
  readonly message: string;
  readonly text: string;
  readonly refused_by: readonly string[];
}

interface RealFile {
  readonly file: string;
  readonly family_guess: Family;
  readonly all_errors: Readonly<
    Record<string, readonly (readonly [line: number, message: string, text: string, machine?: unknown])[]>
  > | null;
  readonly verdict: Readonly<Record<string, { readonly rc: number }>>;
}

/** A case on which versions differ: its label goes before that of the other files, which were made with two of them. */
interface VersionCase extends Case {
  readonly set: (typeof CASE_FILES)[number];
  readonly loads_in: readonly string[];
}

const versionCases = (): VersionCase[] => jsonLines<VersionCase>(join(ORACLE, 'cases', 'versions.jsonl'));

export function casesOf(name: (typeof CASE_FILES)[number]): Case[] {
  const differing = new Map(versionCases().flatMap((one) => (one.set === name ? [[one.id, one]] : [])));
  const cases = name === 'second-round' ? secondRound() : jsonLines<Case>(join(ORACLE, 'cases', `${name}.jsonl`));
  return cases.map((one) => differing.get(one.id) ?? one);
}

/** A tool as the cases name it: `nft_1.8.7`. */
function toolOf(name: string): { readonly backend: Backend; readonly version: Version } | undefined {
  const backend = (['legacy', 'nft'] as const).find((one) => name.startsWith(`${one}_`));
  const version = VERSIONS.find((one) => name.endsWith(`_${one}`));
  return backend && version && { backend, version };
}

/**
 * What we say wrongly of the cases on which versions differ, each tool asked for itself. What needs a module that the
 * kernel of the labels lacks is left out.
 */
export function versionDisagreements(): { cases: number; wrong: string[] } {
  const cases = versionCases().filter(({ text }) => !text.includes('-j CLUSTERIP'));
  const wrong = cases.flatMap(({ id, text, family, loads_in, refused_by }) =>
    [...loads_in, ...refused_by].flatMap((name) => {
      const tool = toolOf(name);
      if (!tool) return [];
      const errors = errorsOf(text, family, tool);
      if (errors.length > 0 === refused_by.includes(name)) return [];
      return [`${id}, ${name}: ${say(errors) || 'silence'}: ${JSON.stringify(text)}`];
    }),
  );
  return { cases: cases.length, wrong };
}

/** What a second attack found, which says what each tool says instead of who refuses. */
interface SecondRoundCase extends Pick<Case, 'family' | 'expect' | 'line' | 'text'> {
  readonly note: string;
  /** What each tool said that was asked, `nft 1.8.9`: the line that it names, or that it loads. Not of every case. */
  readonly tools?: readonly (readonly [name: string, said: number | 'loads', message?: string])[];
}

/**
 * What we say wrongly of the second round, each tool that was asked for itself. 1.8.7 was not: of what it loads we have no
 * error by default, so there the label says less than this.
 */
export function secondRoundDisagreements(): string[] {
  return jsonLines<SecondRoundCase>(SECOND_ROUND).flatMap(({ text, family, tools = [] }, i) =>
    tools.flatMap(([name, said]) => {
      const tool = toolOf(name.replace(' ', '_'));
      if (!tool) return [`second-round:${i + 1}: ${name} is no known tool`];
      const errors = errorsOf(text, family, tool);
      if (errors.length > 0 === (said !== 'loads')) return [];
      return [`second-round:${i + 1}, ${name}: ${say(errors) || 'silence'}: ${JSON.stringify(text)}`];
    }),
  );
}

/**
 * The cases, counted from 1, that 1.8.7 loads, in which a chain takes no name from a target and nft looks at no name of
 * a chain line: asked on 28 November 2026, like the cases of that kind in test/corpus/settled.jsonl. The last is its nft's.
 */
const LOADED_BY_7: ReadonlySet<number> = new Set([5, 6, 7, 8, 22]);

function secondRound(): Case[] {
  return jsonLines<SecondRoundCase>(SECOND_ROUND).map(({ note, ...one }, i) => {
    const differs = LOADED_BY_7.has(i + 1) ? ({ expect: 'differs' } as const) : {};
    return { ...one, ...differs, id: `second-round:${i + 1}`, message: note, refused_by: [] };
  });
}

function jsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
}

/** The errors as on the command line, where lines end as the loaders end them. */
export function errorsOf(text: string, family: Family, settings: Partial<FileSettings> = {}): AnyFinding[] {
  const file = new RulesFile(new LineArray(text, 'loader'), { ...DEFAULT_SETTINGS, ...settings, family });
  return findingsOf(file).filter(({ severity }) => severity === 'error');
}

/** Undefined where we say of the case what the tools say; else in which way we do not. */
export function disagreement({ text, family, expect, line }: Case): string | undefined {
  const errors = errorsOf(text, family);
  if (expect !== 'error') return errors.length === 0 ? undefined : `false error: ${say(errors)}`;
  if (errors.length === 0) return 'silence';
  if (line === null || errors.some((error) => error.line === line - 1)) return undefined;
  return `error on the wrong line: ${say(errors)}`;
}

function say(errors: readonly AnyFinding[]): string {
  return errors.map(({ line, code, message }) => `${line + 1} [${code}] ${message}`).join(' | ');
}

/** What we say wrongly of the real files, one string each. */
export function realDisagreements(): { files: number; wrong: string[] } {
  const files = jsonLines<RealFile>(join(ORACLE, 'real', 'manifest.jsonl'));
  const wrong = files.flatMap((real) => ofRealFile(real).map((what) => `${real.file}: ${what}`));
  return { files: files.length, wrong };
}

/** The real files: name, place, and the family with which the tools were asked. */
export function realFiles(): { readonly file: string; readonly path: string; readonly family: Family }[] {
  return jsonLines<RealFile>(join(ORACLE, 'real', 'manifest.jsonl')).map(({ file, family_guess: family }) => {
    return { file, path: join(ORACLE, 'real', file), family };
  });
}

function ofRealFile({ file, family_guess, all_errors, verdict }: RealFile): string[] {
  const text = readFileSync(join(ORACLE, 'real', file), 'utf8');
  const errors = errorsOf(text, family_guess);
  if (!all_errors) {
    const loads = Object.values(verdict).every(({ rc }) => rc === 0);
    return loads && errors.length > 0 ? [`false error: ${say(errors.slice(0, 5))}`] : [];
  }
  const tools = Object.values(all_errors);
  if (tools.length < 2) return [];
  const [first = [], ...others] = tools;
  const wanted = first.filter(
    (row) => row[3] === undefined && others.every((tool) => tool.some((other) => other[0] === row[0])),
  );
  const marked = new Set(errors.map(({ line }) => line + 1));
  const refused = new Set(tools.flatMap((tool) => tool.map((row) => row[0])));
  return [
    ...wanted.filter((row) => !marked.has(row[0])).map((row) => `silence on line ${row[0]}: ${row[1]}: ${row[2]}`),
    ...errors.filter(({ line }) => !refused.has(line + 1)).map((error) => `false error: ${say([error])}`),
  ];
}
