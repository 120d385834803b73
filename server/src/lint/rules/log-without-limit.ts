// A LOG that writes a line for every packet.

import { Jump } from '../../ruleset/command.ts';
import { type Fact, limits } from '../fact.ts';
import { lintRule } from '../rule.ts';
import type { ChainView } from '../view.ts';

/** Writes into the kernel's log; what NFLOG gives to a program, that may thin out. */
const logs: Fact = {
  may: ({ jump, object, toExtension }) => jump === Jump.jump && object === 'LOG' && toExtension,
};

/** Every rule that leads to the chain does so no more often than some rate. */
function isLimited(chain: ChainView): boolean {
  const callers = [...chain.callers()];
  return callers.length > 0 && callers.every(({ chain: from, line }) => from.all(limits).includes(line));
}

export const logWithoutLimit = lintRule({
  name: 'log-without-limit',
  severity: 'information',
  category: 'logging',
  finds: 'A LOG without a limit, which writes a line for every packet.',
  looksAt: 'chain',
  check(chain, report) {
    const lines = chain.all(logs);
    if (lines.length === 0 || isLimited(chain)) return;
    const limited = new Set(chain.all(limits));
    // What comes too often may have been taken out by a rule above.
    const taken = chain.first(limits);
    for (const line of lines) {
      if (limited.has(line) || (taken >= 0 && !lines.includes(taken) && chain.isBefore(taken, line))) continue;
      const rule = chain.rule(line);
      report({
        message: `This rule logs every packet that it matches, so a port scan fills the log and the disk. Add a limit, such as "-m limit --limit 5/min".`,
        line,
        ...rule.columns(rule.objectWord),
      });
    }
  },
  fix(file, { line }) {
    const rule = file.rule(line);
    const word = rule.words[rule.objectWord - 1];
    if (!word) return [];
    const range = { start: { line, character: word.start }, end: { line, character: word.start } };
    return [{ title: 'Log at most five packets a minute', edits: [{ range, text: '-m limit --limit 5/min ' }] }];
  },
});
