// Says what a table's commands meet in their order, at the word of the line that is to blame.

import { Jump } from '../ruleset/command.ts';
import { type Fault, isGrave } from '../ruleset/fault.ts';
import { knownTarget } from '../ruleset/known.ts';
import type { FailureKind, Incident, NoSuchNumber } from '../ruleset/play/incident.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { keepsTargets } from '../ruleset/taken-names.ts';
import { builtinJump, declaredLater, misplacement, undeclaredChain, undeclaredJump, type Word } from './chains.ts';
import { type Told, told } from './codes/index.ts';
import type { Report } from './finding.ts';
import { wrongPolicy } from './frame.ts';

/** The word of a command that is to blame. */
type Blamed = 'chain' | 'object' | 'command';

interface Telling {
  readonly blamed: Blamed;
  readonly tell: (name: string) => Told;
}

const TELLINGS: Readonly<Record<Exclude<FailureKind, 'bad-policy' | 'declared-twice'>, Telling>> = {
  'chain-exists': {
    blamed: 'chain',
    tell: (name) => told('chain-exists', ({ says }) => says.taken(name)),
  },
  'chain-in-use': {
    blamed: 'chain',
    tell: (name) => told('chain-in-use', ({ says }) => says.called(name)),
  },
  'chain-kept-in-use': {
    blamed: 'chain',
    tell: (name) => told('chain-in-use', ({ says }) => says.kept(name)),
  },
  'chain-not-empty': {
    blamed: 'chain',
    tell: (name) => told('chain-not-empty', ({ says }) => says(name)),
  },
  'chain-not-made': {
    blamed: 'chain',
    tell: (name) => told('chain-not-made', ({ says }) => says.one(name)),
  },
  'chains-kept-in-use': {
    blamed: 'command',
    tell: () => told('chain-in-use', ({ says }) => says.allKept()),
  },
  'chains-not-made': {
    blamed: 'command',
    tell: () => told('chain-not-made', ({ says }) => says.deleted()),
  },
  'counters-not-made': {
    blamed: 'command',
    tell: () => told('chain-not-made', ({ says }) => says.reset()),
  },
  'delete-builtin': {
    blamed: 'chain',
    tell: (name) => told('delete-builtin', ({ says }) => says(name)),
  },
  'insert-fails-on-nft': {
    blamed: 'command',
    tell: () => told('insert-fails-on-nft', ({ says }) => says()),
  },
  'listing-fails': {
    blamed: 'command',
    tell: () => told('listing-fails', ({ says }) => says()),
  },
  'no-rule-to-check': {
    blamed: 'command',
    tell: (name) => told('no-such-rule', ({ says }) => says.checked(name)),
  },
  'no-rule-to-delete': {
    blamed: 'command',
    tell: (name) => told('no-such-rule', ({ says }) => says.deleted(name)),
  },
  'policy-on-user-chain': {
    blamed: 'chain',
    tell: (name) => told('policy-on-user-chain', ({ says }) => says.command(name)),
  },
  'rename-builtin': {
    blamed: 'chain',
    tell: (name) => told('rename-builtin', ({ says }) => says(name)),
  },
  'rename-fails-on-nft': {
    blamed: 'chain',
    tell: () => told('rename-fails-on-nft', ({ says }) => says()),
  },
  'renamed-to-existing': {
    blamed: 'object',
    tell: (name) => told('chain-exists', ({ says }) => says.taken(name)),
  },
  'replace-crashes-nft': {
    blamed: 'command',
    tell: () => told('replace-crashes-nft', ({ says }) => says()),
  },
  'some-chain-called': {
    blamed: 'command',
    tell: (name) => told('chain-in-use', ({ says }) => says.someCalled(name)),
  },
  'some-chain-not-empty': {
    blamed: 'command',
    tell: (name) => told('chain-in-use', ({ says }) => says.someNotEmpty(name)),
  },
  'zero-fails-on-nft': {
    blamed: 'command',
    tell: () => told('zero-fails-on-nft', ({ says }) => says()),
  },
  'zero-crashes-nft': {
    blamed: 'command',
    tell: () => told('zero-crashes-nft', ({ says }) => says()),
  },
};

/** Reports all that the table's commands meet, and the faults of lines that turn out to be about a target. */
export function sayIncidents(
  file: RulesFile,
  block: TableBlock,
  report: Report,
  fault: (fault: Fault, line: number) => void,
): void {
  for (const incident of block.standing.incidents) {
    const { line, refusedBy } = incident;
    const missing = incident.kind === 'missing' || incident.kind === 'jump-to-builtin';
    if (missing && isMisread(file, line)) continue;
    if (missing && isTarget(file, incident)) {
      sayTarget(file, block, line, report, fault);
      continue;
    }
    report({ ...wordOf(file, block, incident), line, refusedBy });
  }
}

/** Before 1.8.9 a target has its name again where the chain that bore it is gone. */
function isTarget(file: RulesFile, incident: Incident): boolean {
  const { settings } = file;
  const { kind, name, line } = incident;
  if (
    kind !== 'missing' ||
    incident.blamed === 'chain' ||
    !keepsTargets(settings) ||
    !knownTarget(name, settings.family)
  )
    return false;
  return file.rule(line).jump === Jump.jump;
}

/** What the kernel minds about a jump to such a target, which was read as one to the chain. */
function sayTarget(
  file: RulesFile,
  block: TableBlock,
  line: number,
  report: Report,
  sayFault: (fault: Fault, line: number) => void,
): void {
  const asJump = file.entry(line);
  const command = file.readAsTarget(line);
  if (command === asJump || command.kind !== 'command' || asJump.kind !== 'command') return;
  for (const fault of command.faults)
    if (!asJump.faults.some(({ code, start }) => code === fault.code && start === fault.start)) sayFault(fault, line);
  const chain = block.chains.get(command.chain ?? '');
  const word = chain && misplacement(block, chain, command, file.rule(line), block.standing.reachedBy(line));
  if (word) report({ ...word, line });
}

function wordOf(file: RulesFile, block: TableBlock, incident: Incident): Word {
  const { kind, line, name } = incident;
  if (kind === 'declared-twice') {
    const entry = file.entry(line);
    const { start, end } = (entry.kind === 'chain' && entry.name) || { start: 0, end: 0 };
    return { ...told('chain-exists', ({ says }) => says.made(name)), start, end };
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
      return { ...wrongPolicy(name), ...columns(rule, 'object') };
    default: {
      const { blamed, tell } = TELLINGS[kind];
      return { ...tell(name), ...columns(rule, blamed) };
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
  const said = told('no-such-rule', ({ says }) => says.number(name, count, most));
  return { ...said, ...rule.columns(Math.max(rule.chainWord + 1, 0)) };
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
