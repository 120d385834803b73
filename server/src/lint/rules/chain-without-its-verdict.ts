// A chain that is called after logging and dropping, or accepting, and only logs.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import { insertLines } from '../../check/fix.ts';
import { toolOf } from '../common/known-tools.ts';
import { writesLog } from '../common/words.ts';
import { lintRule } from '../rule.ts';

/** Names such as LOGDROP, log-and-reject, ACCEPT_LOG. */
const NAMES = [
  /^log(?:ging)?[-_]?(?:and|n|then)?[-_]?(accept|allow|drop|deny|reject|block)(?:s|ed|ing)?$/i,
  /^(accept|allow|drop|deny|reject|block)(?:s|ed|ing)?[-_]?(?:and|n)?[-_]?log(?:s|ged|ging)?$/i,
];
const VERDICTS: Readonly<Record<string, string>> = {
  accept: 'ACCEPT',
  allow: 'ACCEPT',
  drop: 'DROP',
  deny: 'DROP',
  block: 'DROP',
  reject: 'REJECT',
};

export const chainWithoutItsVerdict = lintRule({
  name: 'chain-without-its-verdict',
  severity: 'warning',
  category: 'packets',
  finds: 'A chain with a name such as LOGDROP or LOG_ACCEPT that only logs.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    const verdict = verdictOf(chain.name);
    if (verdict === undefined || !isOnlyLog(chain) || toolOf(chain.name) !== undefined) return;
    const last = chain.steps.at(-1);
    if (!last || !table.isCalled(chain)) return;
    report({
      message: `The chain "${chain.name}" only logs: packets come back from it and go on, whatever its name says. Add "-A ${chain.name} -j ${verdict}" at its end.`,
      ...table.placeOf(last.line),
    });
  },
  fix(file, { line }) {
    const entry = file.entry(line);
    const name = entry.kind === 'command' ? (entry.chain ?? '') : '';
    const verdict = verdictOf(name);
    if (verdict === undefined) return [];
    const edits = [insertLines(file, line + 1, [`-A ${name} -j ${verdict}`])];
    return [{ title: `Add "-j ${verdict}" at the end of ${name}`, edits, preferred: true }];
  },
});

function verdictOf(name: string): string | undefined {
  const [, word] = NAMES.map((pattern) => pattern.exec(name)).find((found) => found !== null) ?? [];
  return word === undefined ? undefined : VERDICTS[word.toLowerCase()];
}

/** All rules let packets go on, and one of them logs. */
const isOnlyLog = ofSteps((steps) => steps.every(({ way }) => way === 'passes') && steps.some(isLog));

function isLog({ verdict }: ChainSteps['steps'][number]): boolean {
  return writesLog(verdict);
}
