// Says what a table's commands meet in their order, at the word of the line that is to blame.

import { type Fault, isGrave } from '../ruleset/fault.ts';
import { knownTarget } from '../ruleset/known.ts';
import type { FailureKind, Incident, NoSuchNumber } from '../ruleset/play/incident.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { keepsTargets } from '../ruleset/taken-names.ts';
import { builtinJump, declaredLater, undeclaredChain, undeclaredJump, type Word } from './chains.ts';
import type { Report } from './finding.ts';
import { wrongPolicy } from './frame.ts';

/** The word of a command that is to blame. */
type Blamed = 'chain' | 'object' | 'command';

interface Telling {
  readonly code: string;
  readonly blamed: Blamed;
  readonly message: (name: string) => string;
}

const notMade = (chain: string) => `nft does not know the chain ${chain} yet: add a line :${chain} ACCEPT [0:0] above.`;

const TELLINGS: Readonly<Record<Exclude<FailureKind, 'bad-policy' | 'declared-twice'>, Telling>> = {
  'chain-exists': {
    code: 'chain-exists',
    blamed: 'chain',
    message: (name) => `There is a chain ${name} already.`,
  },
  'chain-in-use': {
    code: 'chain-in-use',
    blamed: 'chain',
    message: (name) => `Rules still jump to the chain ${name}; delete them first.`,
  },
  'chain-kept-in-use': {
    code: 'chain-in-use',
    blamed: 'chain',
    message: (name) => `A bare -F leaves the rules above in place; name the chain: -F ${name}.`,
  },
  'chain-not-empty': {
    code: 'chain-not-empty',
    blamed: 'chain',
    message: (name) => `The chain ${name} still has rules; empty it first: -F ${name}.`,
  },
  'chain-not-made': { code: 'chain-not-made', blamed: 'chain', message: notMade },
  'chains-kept-in-use': {
    code: 'chain-in-use',
    blamed: 'command',
    message: () => 'A bare -F leaves the rules above in place, so their chains are still in use.',
  },
  'chains-not-made': {
    code: 'chain-not-made',
    blamed: 'command',
    message: () => 'nft wants to delete the built-in chains that a line above asks for, and has not made them.',
  },
  'counters-not-made': {
    code: 'chain-not-made',
    blamed: 'command',
    message: () => 'nft wants to reset the built-in chains that -L or -S showed, and has not made them.',
  },
  'delete-builtin': {
    code: 'delete-builtin',
    blamed: 'chain',
    message: (name) => `${name} is built in and cannot be deleted.`,
  },
  'insert-fails-on-nft': {
    code: 'insert-fails-on-nft',
    blamed: 'command',
    message: () => 'iptables-nft loses the place of this rule, since the one behind it is deleted further down.',
  },
  'listing-fails': {
    code: 'listing-fails',
    blamed: 'command',
    message: () => '-S breaks off at a rule that jumps to a user chain.',
  },
  'no-rule-to-check': {
    code: 'no-such-rule',
    blamed: 'command',
    message: (name) => `The chain ${name} has no such rule at this point, so -C is refused.`,
  },
  'no-rule-to-delete': {
    code: 'no-such-rule',
    blamed: 'command',
    message: (name) => `The chain ${name} has no such rule at this point, so -D is refused.`,
  },
  'policy-on-user-chain': {
    code: 'policy-on-user-chain',
    blamed: 'chain',
    message: (name) => `Only built-in chains have a policy, and ${name} is none.`,
  },
  'rename-builtin': {
    code: 'rename-builtin',
    blamed: 'chain',
    message: (name) => `${name} is built in and cannot be renamed.`,
  },
  'rename-fails-on-nft': {
    code: 'rename-fails-on-nft',
    blamed: 'chain',
    message: () => 'iptables-nft cannot rename a chain that the same file makes.',
  },
  'renamed-to-existing': {
    code: 'chain-exists',
    blamed: 'object',
    message: (name) => `There is a chain ${name} already.`,
  },
  'replace-crashes-nft': {
    code: 'replace-crashes-nft',
    blamed: 'command',
    message: () => 'iptables-nft breaks down over -R of a rule that the same file adds, and loads nothing.',
  },
  'some-chain-called': {
    code: 'chain-in-use',
    blamed: 'command',
    message: (name) =>
      `-X deletes every chain of one's own, and ${name} is still jumped to. Flush the table first: -F.`,
  },
  'some-chain-not-empty': {
    code: 'chain-in-use',
    blamed: 'command',
    message: (name) => `-X deletes every chain of one's own, and ${name} still has rules. Flush the table first: -F.`,
  },
  'zero-fails-on-nft': {
    code: 'zero-fails-on-nft',
    blamed: 'command',
    message: () => 'iptables-nft cannot set counters back that a -c of the same file sets, and loads nothing.',
  },
  'zero-crashes-nft': {
    code: 'zero-crashes-nft',
    blamed: 'command',
    message: () => 'iptables-nft breaks down over -Z of a rule that the same file adds, and loads nothing.',
  },
};

/** Reports all that the table's commands meet. */
export function sayIncidents(file: RulesFile, block: TableBlock, report: Report): void {
  for (const incident of block.standing.incidents) {
    const { line, refusedBy } = incident;
    const missing = incident.kind === 'missing' || incident.kind === 'jump-to-builtin';
    if (missing && (isMisread(file, line) || isTarget(file, incident))) continue;
    report({ ...wordOf(file, block, incident), line, refusedBy });
  }
}

/** Before 1.8.9 a target has its name again where the chain that bore it is gone. */
function isTarget({ settings }: RulesFile, { kind, name }: Incident): boolean {
  return kind === 'missing' && keepsTargets(settings) && knownTarget(name, settings.family) !== undefined;
}

function wordOf(file: RulesFile, block: TableBlock, incident: Incident): Word {
  const { kind, line, name } = incident;
  if (kind === 'declared-twice') {
    const entry = file.entry(line);
    const { start, end } = (entry.kind === 'chain' && entry.name) || { start: 0, end: 0 };
    return { code: 'chain-exists', message: `A line above made the chain ${name} already.`, start, end };
  }
  const rule = file.rule(line);
  switch (kind) {
    case 'jump-to-builtin':
      return builtinJump(rule);
    case 'missing':
      return missingWord(file, block, rule, incident);
    case 'no-such-number':
      return numberWord(rule, incident);
    case 'bad-policy':
      return { code: 'bad-policy', ...wrongPolicy(name), ...columns(rule, 'object') };
    default: {
      const { code, blamed, message } = TELLINGS[kind];
      return { code, message: message(name), ...columns(rule, blamed) };
    }
  }
}

function columns(rule: Rule, blamed: Blamed): { start: number; end: number } {
  const { chainWord, objectWord, commandWord } = rule;
  return rule.columns({ chain: chainWord, object: objectWord, command: commandWord }[blamed]);
}

/** A chain that a line further down makes, or that nothing makes. */
function missingWord(
  file: RulesFile,
  block: TableBlock,
  rule: Rule,
  { line, name, blamed }: Incident & { kind: 'missing' },
): Word {
  const maker = block.makerOf(name);
  if (maker > line) return declaredLater(rule, blamed === 'chain' ? rule.chainWord : rule.objectWord, maker);
  return blamed === 'chain' ? undeclaredChain(block, rule) : undeclaredJump(file, block, rule);
}

/** The word behind the chain: a rule's number. */
function numberWord(rule: Rule, { name, count, most }: NoSuchNumber): Word {
  const has = count === 1 ? '1 rule' : `${count} rules`;
  const allowed = most === 0 ? 'so there is none to name' : `so ${most} is the highest number here`;
  const message = `The chain ${name} has ${has} at this point, ${allowed}.`;
  return { code: 'no-such-rule', message, ...rule.columns(Math.max(rule.chainWord + 1, 0)) };
}

/** A line whose names are not what they seem: `-t nat` chooses another table, a typographic blank joins two words. */
function isMisread(file: RulesFile, line: number): boolean {
  const entry = file.entry(line);
  return (
    entry.kind === 'command' &&
    entry.faults.some((fault) => isGrave(fault) && (MISREAD.has(fault.code) || hasReturn(fault)))
  );
}

/** The carriage return at the line's end may be a part of the name. */
function hasReturn({ code, about }: Fault): boolean {
  return code === 'carriage-return' && about.length > 0;
}

const MISREAD: ReadonlySet<string> = new Set([
  'carriage-return',
  'outside-option',
  'single-dash',
  'target-name',
  'unterminated-quote',
  'wrong-character',
]);
