// Definition: from a chain to the line that makes it, from a set to the rules that fill it or ask for it.

import type { Position, Range } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { makerFor } from './navigation/makers.ts';
import { type Mention, mentionsOf } from './navigation/mentions.ts';
import { namesIn, type Subject, subjectAt } from './navigation/names.ts';
import { rangeOf, rangeOfLines } from './navigation/ranges.ts';

/** Where a definition stands: its name, and all of its line. */
export interface DefinitionTarget {
  readonly name: Range;
  readonly line: Range;
}

export interface Definition {
  /** The word from which one goes there. */
  readonly origin: Range;
  readonly targets: readonly DefinitionTarget[];
}

/**
 * The line that makes the chain at a place, or its policy for a built-in one. Sets are made elsewhere: it is the rules
 * that put addresses in, or else its other mentions. Undefined where nothing is named, and where nothing is found.
 */
export function* definitionSteps(file: RulesFile, { line, character }: Position): Steps<Definition | undefined> {
  const subject = subjectAt(file, line, character);
  if (!subject) return undefined;
  const { named, block } = subject;
  const places = block ? chainDefinition(file, block, named.text, line) : yield* setDefinition(file, subject, line);
  const targets = places.map((place) => ({ name: rangeOf(place), line: rangeOfLines(file, place.line) }));
  return targets.length > 0 ? { origin: rangeOf({ ...named, line }), targets } : undefined;
}

function chainDefinition(file: RulesFile, block: TableBlock, name: string, line: number): readonly Mention[] {
  const chain = block.chains.get(name);
  const maker = chain ? makerFor(block, chain, line) : undefined;
  if (maker === undefined) return [];
  const names = namesIn(file, block, maker).filter((one) => one.kind === 'chain' && one.text === name);
  // `-E web web` takes nothing and makes nothing, and still the second is where it would be made.
  const [place] = [...names.filter(({ use }) => use === 'make'), ...names];
  return place ? [{ ...place, line: maker }] : [];
}

function* setDefinition(file: RulesFile, subject: Subject, line: number): Steps<readonly Mention[]> {
  const { start } = subject.named;
  const all = yield* mentionsOf(file, subject, line);
  const others = all.filter((one) => one.line !== line || one.start !== start);
  const filling = others.filter(({ use }) => use === 'write');
  return filling.length > 0 ? filling : others;
}
