// Owns the comparison: what we say of a text under each back end, and where the tools say otherwise.
import type { Finding } from '../../../server/src/check/finding.ts';
import { findingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Backend } from '../../../server/src/vocabulary/schema.ts';
import type { Answers, Question } from './tools.ts';

/** The release that is installed where this runs; its own refusals count, those of others do not. */
const INSTALLED = '1.8.9';

export interface Disagreement {
  /** What kind: a false error, silence, or an error in another place, and under which setting. */
  readonly kind: string;
  readonly ours: readonly Finding[];
  readonly theirs: string;
  /** For an error in another place: the line that the tool names, and what it says there. */
  readonly blamed?: { readonly line: string; readonly message: string };
}

/** A missing COMMIT has no line of its own, and of a loop the tools name the way into it. */
const NAMED_LATER: ReadonlySet<string> = new Set(['missing-commit', 'jump-loop']);

/** nft asks the kernel at COMMIT: a chain in use, a failed rename, a match at the wrong hook show in what comes after. */
const NAMED_LATER_BY_NFT: ReadonlySet<string> = new Set([
  ...NAMED_LATER,
  'chain-in-use',
  'chain-not-empty',
  'rename-fails-on-nft',
  'wrong-chain',
]);

type Choice = Pick<FileSettings, 'backend' | 'version'>;

/** Our errors under these settings. */
export function errorsOf({ text, family }: Question, choice: Choice): readonly Finding[] {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...choice, family });
  return findingsOf(file).filter(({ severity }) => severity === 'error');
}

/** Options that name objects which the kernel has or has not: where they stand, its refusals say nothing. */
const MACHINES_OBJECTS = /--(?:helper|timeout|object-pinned)\b/;

/** Host names, sets, devices, accounts, labels: whether these are there is the machine's matter, never an error of ours. */
function isMachines(message: string): boolean {
  const host = /host\/network `(.*)' not found/.exec(message)?.[1];
  if (host !== undefined) return /^(?=.*[a-z_])[\w][\w.-]*$/i.test(host) || /^[\da-f:]+%[\w.-]+$/i.test(host);
  const account = /owner: Bad value for "--[ug]id-owner" option: "(.*)"/.exec(message)?.[1];
  if (account !== undefined) return /^[\w.-]*[a-z_][\w.-]*$/i.test(account);
  return /Set .* doesn't exist|Could not find device|label '.*' not found|could not map name \S+ to an integer|failed to get bpf object/.test(
    message,
  );
}

/** A name that IANA has and Debian's files have not, of which we say so: some machines know it. */
function isListedElsewhere({ text, family }: Question, message: string): boolean {
  const name = /(?:port\/service `|Port "|unknown protocol ")(.*?)['"]/.exec(message)?.[1];
  if (name === undefined) return false;
  const findings = findingsOf(new RulesFile(text, { ...DEFAULT_SETTINGS, family }));
  return findings.some(
    ({ severity, message: said }) =>
      severity === 'warning' && said.includes('IANA') && said.toLowerCase().includes(name.toLowerCase()),
  );
}

function say({ legacy, nft }: Answers): string {
  const one = (name: string, { refused, line, message }: Answers['nft']) =>
    refused ? `${name} refuses at ${line}: ${message}` : `${name} loads`;
  return `${one('legacy', legacy)}; ${one('nft', nft)}`;
}

function ofBackend(question: Question, answers: Answers, backend: Backend): Disagreement | undefined {
  const answer = answers[backend];
  const ours = errorsOf(question, { backend, version: INSTALLED });
  const theirs = say(answers);
  if (ours.length > 0 && !answer.refused) return { kind: `false error (${backend})`, ours, theirs };
  if (ours.length === 0 && answer.refused) return { kind: `silence (${backend})`, ours, theirs };
  if (!answer.refused || answer.line === undefined) return undefined;
  const named = question.text.split('\n')[answer.line - 1] ?? '';
  if (named.startsWith('COMMIT') || ours.some(({ line }) => line + 1 === answer.line)) return undefined;
  // The cause is marked, and the tool names what follows from it.
  const consequence = backend === 'nft' ? NAMED_LATER_BY_NFT : NAMED_LATER;
  if (ours.some(({ code }) => consequence.has(code))) return undefined;
  return { kind: `elsewhere (${backend})`, ours, theirs, blamed: { line: named, message: answer.message } };
}

/**
 * Undefined where we say of a text what the tools say: with each back end chosen, an error if and only if it refuses;
 * with the default settings, no error that one of them does not share. `machine`: only this machine decides.
 */
export function judge(question: Question, answers: Answers): Disagreement | 'machine' | undefined {
  for (const backend of ['legacy', 'nft'] as const) {
    const found = ofBackend(question, answers, backend);
    if (!found) continue;
    const { message } = answers[backend];
    const machines =
      isMachines(message) ||
      isListedElsewhere(question, message) ||
      (/failed/.test(message) && MACHINES_OBJECTS.test(question.text));
    return (found.ours.length === 0 || found.blamed) && machines ? 'machine' : found;
  }
  const theirs = say(answers);
  const bothRefuse = answers.legacy.refused && answers.nft.refused;
  const ours = errorsOf(question, DEFAULT_SETTINGS);
  if (ours.length > 0 && !bothRefuse) return { kind: 'false error (default)', ours, theirs };
  if (bothRefuse && errorsOf(question, { backend: 'both', version: INSTALLED }).length === 0) {
    const parts = (['legacy', 'nft'] as const).map((backend) => errorsOf(question, { backend, version: INSTALLED }));
    const [legacy = [], nft = []] = parts;
    if (legacy.some(({ line }) => nft.some((other) => other.line === line)))
      return { kind: 'silence (both)', ours: legacy, theirs };
  }
  return undefined;
}
