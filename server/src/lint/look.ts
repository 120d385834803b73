// The views of a file that its lint rules and their fixes share, each made once.

import type { RulesFile } from '../ruleset/rules-file.ts';
import { FactIndex } from './fact-index.ts';
import { TableView, type Watch } from './view.ts';

const known = new WeakMap<RulesFile, FactIndex>();

/** What is known of the file's rules, up to date. */
export function factsOf(file: RulesFile): FactIndex {
  let facts = known.get(file);
  if (!facts) {
    facts = new FactIndex(file);
    known.set(file, facts);
  }
  facts.update();
  return facts;
}

const NOBODY: Watch = { chain: () => {}, fact: () => {}, line: () => {} };

/** The table that a line stands in, for a fix. */
export function tableAt(file: RulesFile, line: number): TableView | undefined {
  const block = file.blockAt(line);
  return block && new TableView(file, block, factsOf(file), NOBODY);
}
