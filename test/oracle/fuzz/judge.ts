// Owns the comparison: what we say of a text under each back end, and where the tools say otherwise.
import { type AnyFinding, errorsOf as errorsIn, findingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../../server/src/syntax/lines.ts';
import { VERSIONS } from '../../../server/src/vocabulary/schema.ts';
import type { Answer, Answers, Question } from './tools.ts';

export interface Disagreement {
  /** What kind: a false error, silence, or an error in another place, and under which setting. */
  readonly kind: string;
  readonly ours: readonly AnyFinding[];
  readonly theirs: string;
  /** For an error in another place: the line that the tool names, and what it says there. */
  readonly blamed?: { readonly line: string; readonly message: string };
}

/** A missing COMMIT has no line of its own, and of a loop the tools name the way into it. */
const NAMED_LATER: ReadonlySet<string> = new Set(['missing-commit', 'jump-loop']);

/** nft asks the kernel at COMMIT: a chain in use, a failed rename, a jump too deep, a match at the wrong hook show in what comes after. */
export const NAMED_LATER_BY_NFT: ReadonlySet<string> = new Set([
  ...NAMED_LATER,
  'chain-in-use',
  'chain-not-empty',
  'jump-too-deep',
  'rename-fails-on-nft',
  // What it replaces it has given back: mostly it crashes, and else names what it finds in that memory.
  'replace-crashes-nft',
  'wrong-chain',
]);

type Choice = Pick<FileSettings, 'backend' | 'version'>;

/** Our errors under these settings. */
export function errorsOf({ text, family }: Question, choice: Choice): readonly AnyFinding[] {
  const file = new RulesFile(new LineArray(text, 'loader'), { ...DEFAULT_SETTINGS, ...choice, family });
  return errorsIn(file);
}

/** Options that name objects which the kernel has or has not: where they stand, its refusals say nothing. */
const MACHINES_OBJECTS = /--(?:helper|timeout|object-pinned)\b/;

/** Host names, sets, devices, accounts, labels: whether these are there is the machine's matter, never an error of ours. */
function isMachines(message: string): boolean {
  const host = /host\/network `(.*)' not found/.exec(message)?.[1];
  if (host !== undefined) return /^(?=.*[a-z_])[\w][\w.-]*$/i.test(host) || /^[\da-f:]+%[\w.-]+$/i.test(host);
  const account = /owner: Bad value for "--[ug]id-owner" option: "(.*)"/.exec(message)?.[1];
  if (account !== undefined) return /^[\p{L}\p{N}_.-]+$/u.test(account) && !/^[0-9.-]+$/.test(account);
  return /Set .* doesn't exist|Could not find device|label '.*' not found|could not map name .+ to an integer|failed to get bpf object/.test(
    message,
  );
}

/** A name that IANA has and Debian's files have not, of which we say so: some machines know it. */
function isListedElsewhere({ text, family }: Question, message: string): boolean {
  const name = /(?:port\/service `|Port "|unknown protocol ")(.*?)['"]/.exec(message)?.[1];
  if (name === undefined) return false;
  const findings = findingsOf(new RulesFile(new LineArray(text, 'loader'), { ...DEFAULT_SETTINGS, family }));
  return findings.some(
    ({ severity, message: said }) =>
      severity === 'warning' && said.includes('IANA') && said.toLowerCase().includes(name.toLowerCase()),
  );
}

function say(answers: Answers): string {
  const one = ({ version, backend, refused, line, message }: Answer) =>
    refused ? `${backend} ${version} refuses at ${line}: ${message}` : `${backend} ${version} loads`;
  return answers.map(one).join('; ');
}

function ofTool(question: Question, answer: Answer, theirs: string): Disagreement | undefined {
  const { backend, version } = answer;
  const ours = errorsOf(question, { backend, version });
  const tool = `${backend} ${version}`;
  if (ours.length > 0 && !answer.refused) return { kind: `false error (${tool})`, ours, theirs };
  if (ours.length === 0 && answer.refused) return { kind: `silence (${tool})`, ours, theirs };
  if (!answer.refused || answer.line === undefined) return undefined;
  const named = question.text.split('\n')[answer.line - 1] ?? '';
  if (named.startsWith('COMMIT') || ours.some(({ line }) => line + 1 === answer.line)) return undefined;
  // The cause is marked, and the tool names what follows from it.
  const consequence = backend === 'nft' ? NAMED_LATER_BY_NFT : NAMED_LATER;
  if (ours.some(({ code }) => consequence.has(code))) return undefined;
  return { kind: `elsewhere (${tool})`, ours, theirs, blamed: { line: named, message: answer.message } };
}

/** A name that the tool could not look up here, or the scope of an address that no interface of an empty namespace has. */
function isAskedOfDns({ text }: Question, message: string): boolean {
  if (/getaddrinfo: Temporary failure in name resolution/.test(message)) return true;
  return /getaddrinfo: Name or service not known/.test(message) && /[\da-f:]%\w/i.test(text);
}

/** What only this machine decides, as far as the tool's words tell. */
export function isOfMachine(question: Question, message: string): boolean {
  return (
    isMachines(message) ||
    isAskedOfDns(question, message) ||
    isListedElsewhere(question, message) ||
    (/failed/.test(message) && MACHINES_OBJECTS.test(question.text))
  );
}

/** With the default settings: an error where every tool refuses a line for which each has a reason, and nowhere else. */
function byDefault(question: Question, answers: Answers): Disagreement | undefined {
  const ours = errorsOf(question, DEFAULT_SETTINGS);
  const theirs = say(answers);
  if (ours.length > 0)
    return answers.every(({ refused }) => refused) ? undefined : { kind: 'false error (default)', ours, theirs };
  const [first = [], ...others] = answers.map(({ backend, version }) => errorsOf(question, { backend, version }));
  const common = first.filter(({ line }) => others.every((errors) => errors.some((other) => other.line === line)));
  // Where not every known release was asked, the others may well load it.
  const asked = new Set(answers.map(({ version }) => version));
  return common.length > 0 && asked.size === VERSIONS.length
    ? { kind: 'silence (default)', ours: common, theirs }
    : undefined;
}

/**
 * Undefined where we say of a text what the tools say: with each tool chosen, an error if and only if it refuses; with
 * the default settings, no error that one of them does not share. `machine`: only this machine decides.
 */
export function judge(question: Question, answers: Answers): Disagreement | 'machine' | undefined {
  const theirs = say(answers);
  for (const answer of answers) {
    const found = ofTool(question, answer, theirs);
    if (!found) continue;
    return (found.ours.length === 0 || found.blamed) && isOfMachine(question, answer.message) ? 'machine' : found;
  }
  return byDefault(question, answers);
}
