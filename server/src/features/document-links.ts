// What one can follow in a rules file: from a set to the line of a set file that creates it, from a comment to a page.

import type { DocumentLink } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { namesIn } from './navigation/names.ts';
import { rangeOf } from './navigation/ranges.ts';

/** Nobody follows more. */
const MOST_LINKS = 1000;
const SEARCHED_AT_ONCE = 2000;
/** The words that a line must have which asks for a set or fills one. */
const SET_OPTION = /-set\s+"?([^\s"]+)/g;
const PAGE = /https?:\/\/[^\s"'`<>]+/g;
/** What ends a sentence, or the brackets around an address, is no part of it. */
const AFTER_PAGE = /[.,;:!?)\]]+$/;
const CREATION = /^\s*(?:ipset\s+)?(?:create|--create|-N|n)\s+(?:-\S+\s+)*"?([^\s"-][^\s"]*)"?\s+\S/;

/** A file as `ipset save` writes it, with the line that creates each of its sets. */
export interface SetFile {
  readonly uri: string;
  readonly name: string;
  readonly lines: ReadonlyMap<string, number>;
}

/** The sets that the lines of a set file create, each at its first. */
export function* setFileSteps(uri: string, name: string, text: string): Steps<SetFile> {
  const lines = new Map<string, number>();
  let from = 0;
  for (let line = 0; from < text.length; line++) {
    if (line % SEARCHED_AT_ONCE === 0) yield;
    const feed = text.indexOf('\n', from);
    const end = feed < 0 ? text.length : feed;
    const set = CREATION.exec(text.slice(from, end))?.[1];
    if (set !== undefined && !lines.has(set)) lines.set(set, line);
    from = end + 1;
  }
  return { uri, name, lines };
}

/** Whether some line asks for a set or fills one. */
export function* asksForSetsSteps(file: RulesFile): Steps<boolean> {
  for (let line = 0; line < file.lineCount; line++) {
    if (line % SEARCHED_AT_ONCE === 0) yield;
    if (mayName(file.lines.line(line), () => true) && file.entry(line).kind === 'command') return true;
  }
  return false;
}

/** The links of a file whose sets some of `setFiles` may create: the first of them that does is the target. */
export function* documentLinkSteps(file: RulesFile, setFiles: readonly SetFile[]): Steps<DocumentLink[]> {
  const links: DocumentLink[] = [];
  const isCreated = (set: string): boolean => setFiles.some(({ lines }) => lines.has(set));
  for (let line = 0; line < file.lineCount && links.length < MOST_LINKS; line++) {
    if (line % SEARCHED_AT_ONCE === 0) yield;
    const text = file.lines.line(line);
    if (text.includes('://')) links.push(...pagesIn(file, line));
    if (mayName(text, isCreated)) links.push(...setsIn(file, line, setFiles));
  }
  return links;
}

/** Whether a line may name a set that `fits`, by its words alone. */
function mayName(text: string, fits: (set: string) => boolean): boolean {
  if (!text.includes('-set')) return false;
  return [...text.matchAll(SET_OPTION)].some(([, set = '']) => fits(set));
}

function setsIn(file: RulesFile, line: number, setFiles: readonly SetFile[]): readonly DocumentLink[] {
  return namesIn(file, file.blockAt(line), line).flatMap(({ kind, text, start, end }) => {
    const creator = kind === 'set' ? creatorOf(text, setFiles) : undefined;
    if (!creator) return [];
    const target = `${creator.uri}#L${(creator.lines.get(text) ?? 0) + 1}`;
    const tooltip = `Open the line of ${creator.name} that creates the set "${text}"`;
    return [{ range: rangeOf({ line, start, end }), target, tooltip }];
  });
}

/** A file of the set's own before those of many. */
function creatorOf(set: string, setFiles: readonly SetFile[]): SetFile | undefined {
  const creators = setFiles.filter(({ lines }) => lines.has(set));
  return creators.find(({ name }) => name === `${set}.ipset`) ?? creators[0];
}

/** Addresses in a comment, be it a line or a rule's own. */
function pagesIn(file: RulesFile, line: number): readonly DocumentLink[] {
  const text = file.lines.line(line);
  return commentsIn(file, line).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(PAGE)].flatMap(({ 0: found, index }) => {
      const target = found.replace(AFTER_PAGE, '');
      // Half an address and a placeholder are no address; nor is a host that nobody wrote yet.
      if (/[{}$]/.test(target) || /:\/*$/.test(target)) return [];
      return [{ range: rangeOf({ line, start: start + index, end: start + index + target.length }), target }];
    }),
  );
}

function commentsIn(file: RulesFile, line: number): readonly { readonly start: number; readonly end: number }[] {
  const { kind } = file.entry(line);
  if (kind === 'comment') return [{ start: 0, end: file.lines.line(line).length }];
  if (kind !== 'command') return [];
  return file.rule(line).options.flatMap(({ name, values }) => (name === '--comment' ? values : []));
}
