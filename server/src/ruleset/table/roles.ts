// What a line does in a table, as far as the line alone tells.

import type { Backend, Version, VersionRange } from '../../vocabulary/schema.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { isWithin } from '../../vocabulary/versions.ts';
import { type Command, Jump, Trait } from '../command.ts';
import { type Fault, isGrave } from '../fault.ts';
import type { Entry } from '../reader/entry-reader.ts';

/** A command that adds a rule. */
export function isRule(entry: Entry): entry is Command {
  if (entry.kind !== 'command' || entry.skipped || entry.ends) return false;
  return entry.letter === 'A' || entry.letter === 'I' || entry.letter === 'R';
}

/** A fault that keeps every loader from carrying the command out, and does not only follow from its target. */
function stopsLoader(fault: Fault): boolean {
  return isGrave(fault) && fault.followsTarget !== true;
}

/** True where some loader carries the command out. */
export function takesEffect({ letter, skipped, faults }: Command): boolean {
  return letter !== undefined && !skipped && (faults.length === 0 || !faults.some(stopsLoader));
}

/** A jump in a line that every loader refuses leads nowhere: what follows from it is no mistake of its own. */
export function leadsOn({ faults }: Command): boolean {
  return faults.length === 0 || !faults.some(isGrave);
}

/** Commands that hold a rule, whose jump is looked up. */
const TAKES_RULE = 'ACDIR';

/** The chain that a command's rule hands the packet to; undefined for a verdict or another target. */
export function calleeOf({ letter, jump, object, toExtension }: Command): string | undefined {
  if (object === undefined || jump === Jump.none || letter === undefined || !TAKES_RULE.includes(letter))
    return undefined;
  return toExtension || (jump === Jump.jump && isVerdict(object)) ? undefined : object;
}

/** True where two lines differ in nothing but what single rules match: a table that has one is as with the other. */
export function sameRole(a: Entry, b: Entry): boolean {
  if (a.kind === 'chain') return b.kind === 'chain' && a.name?.text === b.name?.text;
  if (a.kind !== 'command' || b.kind !== 'command') return isIdle(a) && isIdle(b);
  return (
    a.letter === b.letter &&
    a.chain === b.chain &&
    a.number === b.number &&
    a.object === b.object &&
    a.jump === b.jump &&
    a.toExtension === b.toExtension &&
    a.allowedLegacy === b.allowedLegacy &&
    a.allowedNft === b.allowedNft &&
    a.allowedNftCalled === b.allowedNftCalled &&
    a.traits === b.traits &&
    a.rules === b.rules &&
    a.skipped === b.skipped &&
    a.ends === b.ends &&
    takesEffect(a) === takesEffect(b) &&
    leadsOn(a) === leadsOn(b)
  );
}

/** True for two -A to a chain that do the same with packets, be they carried out or not. */
export function sameAppend(a: Command, b: Command): boolean {
  const isAppend = ({ letter, skipped, ends }: Command) => letter === 'A' && !skipped && !ends;
  const same = a.chain === b.chain && a.object === b.object && a.jump === b.jump && a.traits === b.traits;
  return isAppend(a) && isAppend(b) && same;
}

/** A line that does nothing in a table. */
export function isIdle({ kind }: Entry): boolean {
  return kind === 'blank' || kind === 'comment';
}

/** A line that begins or ends a table, or ends the reading. */
export function isFrame(entry: Entry): boolean {
  if (entry.kind === 'table' || entry.kind === 'commit') return true;
  return entry.kind === 'command' && (mayEnd(entry) || isBadCommit(entry));
}

function mayEnd({ ends, faults }: Command): boolean {
  return ends !== false && faults.length === 0;
}

/** The line with -V or -h at which the loaders stop; nft before 1.8.9 prints its help and reads on. */
export function endsReading({ ends, faults }: Command, { backend, version }: Loaders): boolean {
  const readsOn = backend === 'nft' && version !== 'any' && isWithin(version, READS_ON_AFTER_HELP);
  return faults.length === 0 && (ends === 'version' || (ends === 'help' && !readsOn));
}

/** Who loads the file. */
export interface Loaders {
  readonly backend: Backend | 'both';
  readonly version: Version | 'any';
}

const READS_ON_AFTER_HELP: VersionRange = { until: '1.8.9' };

/** A COMMIT with something beside it: refused, and still meant to end the table. */
export function isBadCommit({ faults }: Command): boolean {
  return faults.length > 0 && faults.some(({ code }) => code === 'commit-not-alone');
}

/** A verdict without any condition: the legacy kernel looks for nothing behind it in the chain. */
export function isFinal(command: Command): boolean {
  return (command.traits & Trait.final) !== 0 && leadsOn(command);
}
