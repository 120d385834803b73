// What iptables checks when the last word of a command line is read: what is missing, what does not go together.

import type { Extension, ExtensionUse, RefusedBy } from '../../vocabulary/schema.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { Jump, Trait } from '../command.ts';
import { type FaultCode, isGrave } from '../fault.ts';
import { masksOf } from '../option-places.ts';
import { EVERYWHERE } from '../places.ts';
import { type Instance, Role, type Use } from '../rule.ts';
import { STANDARD } from '../taken-names.ts';
import { reportForeignIcmp } from './foreign-icmp.ts';
import { reportRemoved } from './removed.ts';
import type { RuleState } from './rule-state.ts';

/** Letters of commands that take a rule. */
const RULE_COMMANDS = 'ACDIR';
/** Which commands each generic option may stand with, where not with every one that takes a rule. */
const LISTING_ONLY = 'nx0';

/** Checks the rule that `reader` has just read, notes its faults and places, and answers its traits. */
export function finishRule(reader: RuleState): number {
  reader.allowedLegacy = EVERYWHERE;
  reader.allowedNft = EVERYWHERE;
  reader.allowedNftCalled = EVERYWHERE;
  for (const instance of reader.instances) finishExtension(reader, instance);
  if (!reader.faults.some(isGrave)) checkEnd(reader);
  if (reader.letter) checkWithCommand(reader);
  return traitsOf(reader) | reader.traits;
}

function checkEnd(reader: RuleState): void {
  const last = reader.words.count - 1;
  if (last < 0) reader.faults.push({ code: 'command-missing', start: 0, end: reader.lineLength, about: [''] });
  else if (reader.negation >= 0) reader.fault('stray-negation', reader.negation, []);
  else if (!reader.letter) reader.fault('command-missing', 0, [reader.words.text[0] ?? '']);
}

function finishExtension(reader: RuleState, instance: Instance): void {
  const { known } = instance;
  reader.allowedLegacy &= known.allowedLegacy;
  reader.allowedNft &= known.allowedNft;
  reader.allowedNftCalled &= known.allowedNft;
  if (known.optionsRestrict) restrictByOptions(reader, instance);
  if (known.extension.removed) reportRemoved(reader, instance, known.extension.removed);
  if (known.simple) return;
  if (known.protocols.length > 0) checkProtocol(reader, instance);
  if (!isExcused(reader, instance)) checkMissing(reader, instance);
  for (const use of reader.uses) if (use.instance === instance) checkCompany(reader, use);
  if (known.check) runOwnCheck(reader, instance);
  if (known.extension.name === 'TCPMSS') checkSynFlags(reader, instance);
}

/** An option that the rule has and that is not known may be the one that is missing: that is one mistake, said once. */
function isExcused({ faults, words }: RuleState, { word, seen }: Instance): boolean {
  if (seen !== 0 || faults.length === 0) return false;
  const end = words.end[word] ?? 0;
  return faults.some(({ code, start }) => EXCUSES.has(code) && (start >= end || code === 'unknown-option'));
}
const EXCUSES: ReadonlySet<FaultCode> = new Set([
  'ambiguous-option',
  'stray-word',
  'trailing-comment',
  'unknown-extension',
  'unknown-option',
  'wrong-family-extension',
]);

function checkMissing(reader: RuleState, instance: Instance): void {
  const { known, seen } = instance;
  const { options } = known.extension;
  const missing = known.required & ~seen;
  if (missing !== 0) {
    const names = options.filter((_, slot) => missing & (1 << slot)).map((option) => option.name);
    reader.fault('missing-required', instance.word, [known.extension.name, ...names]);
  }
  for (const { group, mask } of known.groups) {
    const count = bitCount(seen & mask);
    if (group.rule === 'at-most-one' ? count <= 1 : group.rule === 'exactly-one' ? count === 1 : count >= 1) continue;
    if (count > 1 && known.excludes.some((others, slot) => seen & mask & (1 << slot) && others & seen & mask)) continue;
    reader.fault('missing-group', instance.word, [known.extension.name, group.rule, ...group.options], group.refusedBy);
  }
}

/** Legacy refuses TCPMSS in a rule that may match more than SYN packets. */
function checkSynFlags(reader: RuleState, { word }: Instance): void {
  const isSyn = reader.uses.some(({ instance, slot, negated, values }) => {
    const { name, options } = instance.known.extension;
    const option = options[slot]?.name;
    if (name !== 'tcp' || negated) return false;
    return option === '--syn' || (option === '--tcp-flags' && /(^|,)(SYN|ALL)(,|$)/i.test(values[1] ?? ''));
  });
  if (!isSyn) reader.fault('syn-flags-missing', word, [], { backend: 'legacy', byKernel: true });
}

function restrictByOptions(reader: RuleState, instance: Instance): void {
  for (const use of reader.uses) {
    if (use.instance !== instance) continue;
    const { legacy, nft } = masksOf(reader.uses, use);
    reader.allowedLegacy &= legacy;
    reader.allowedNft &= nft;
  }
}

/** An option that another excludes, or that needs another. */
function checkCompany(reader: RuleState, use: Use): void {
  const { known, seen } = use.instance;
  const { options } = known.extension;
  const name = options[use.slot]?.name ?? '';
  const excluded = (known.excludes[use.slot] ?? 0) & seen;
  if (excluded !== 0) {
    // Say it once, at the later of the two.
    const other = reader.uses.find((u) => u.instance === use.instance && excluded & (1 << u.slot));
    if (other && other.word < use.word)
      reader.fault('conflicting-options', use.word, [name, options[other.slot]?.name ?? '']);
    else if (other && !((known.excludes[other.slot] ?? 0) & (1 << use.slot))) {
      reader.fault('conflicting-options', other.word, [options[other.slot]?.name ?? '', name]);
    }
  }
  const wanted = (known.requires[use.slot] ?? 0) & ~seen;
  if (wanted === 0) return;
  const names = options.filter((_, slot) => wanted & (1 << slot)).map((option) => option.name);
  reader.fault('missing-option', use.word, [name, ...names]);
}

function checkProtocol(reader: RuleState, instance: Instance): void {
  const { known } = instance;
  if (known.protocolsWith !== 0 && (instance.seen & known.protocolsWith) === 0) return;
  if (reader.protocol !== undefined && known.protocols.includes(reader.protocol)) return;
  const blamed =
    known.protocolsWith === 0
      ? undefined
      : reader.uses.find((u) => u.instance === instance && known.protocolsWith & (1 << u.slot));
  const name = blamed
    ? (known.extension.options[blamed.slot]?.name ?? '')
    : `-${known.extension.kind === 'match' ? 'm' : 'j'} ${known.extension.name}`;
  const negated = reader.namedProtocol !== undefined && known.protocols.includes(reader.namedProtocol);
  const isNative = isNativeToNft(reader, instance);
  const refusedBy: RefusedBy | undefined = negated && isNative ? NOT_NATIVE : undefined;
  const byKernel = { ...refusedBy, byKernel: true as const, ...(isNative && !negated && { unreadBy: NATIVE }) };
  reader.fault(
    'needs-protocol',
    blamed?.word ?? instance.word,
    [name, ...(known.extension.protocols ?? [])],
    known.extension.asksForProtocol ? refusedBy : byKernel,
  );
}

/** From 1.8.9 on nft makes an expression of its own of it, for which it wants the protocol itself. */
const NATIVE: RefusedBy = { backend: 'nft', since: '1.8.9' };

/** From 1.8.9 on nft needs no match of the kernel's for some of what is said. */
const NOT_NATIVE: RefusedBy = { backend: 'legacy', also: { backend: 'nft', until: '1.8.9' } };

/** Whether all that the instance says is of that kind. */
function isNativeToNft(reader: RuleState, instance: Instance): boolean {
  const { nativeToNft = [] } = instance.known.extension;
  const uses = reader.uses.filter((use) => use.instance === instance);
  const natives = uses.map(({ name }) => nativeToNft.find((native) => native.name === name));
  if (natives.includes(undefined)) return false;
  return uses.some(({ negated, values }, i) => negated || !natives[i]?.idle?.test(values[0] ?? ''));
}

/**
 * What a loader says while it still reads, of a line that it stops at or skips: irregular values are judged by the
 * extension's own check, and everything else in there only at the rule's end.
 */
export function checkValuesRead(reader: RuleState): void {
  for (const instance of reader.instances) {
    if (!instance.known.check) continue;
    const before = reader.faults.length;
    runOwnCheck(reader, instance);
    const added = reader.faults.splice(before);
    reader.faults.push(...added.filter(({ early, late, start }) => early || (!late && isIrregular(reader, start))));
  }
}

function isIrregular(reader: RuleState, column: number): boolean {
  const index = reader.words.at(column);
  const found = reader.roles[index] === Role.value ? reader.found[index] : undefined;
  return found?.kind === 'extension' && found.option.values.some(({ kind }) => kind === 'irregular');
}

function runOwnCheck(reader: RuleState, instance: Instance): void {
  const uses = reader.instances.length === 1 ? reader.uses : reader.uses.filter((use) => use.instance === instance);
  const use: ExtensionUse = { family: reader.family, options: uses, protocol: reader.protocol, table: undefined };
  for (const { message, option, value, start, end, ...refusedBy } of instance.known.check?.(use) ?? NO_FAULTS) {
    const blamed = option === undefined ? undefined : uses[option];
    const word =
      blamed === undefined
        ? instance.word
        : value === undefined
          ? blamed.word
          : (blamed.valueWords[value] ?? blamed.word);
    const joined = value === undefined || word !== blamed?.word ? 0 : (reader.words.text[word] ?? '').indexOf('=') + 1;
    const from = start === undefined && joined === 0 ? undefined : joined + (start ?? 0);
    const more = refusedBy.late ? { ...refusedBy, byKernel: true as const } : refusedBy;
    reader.fault('bad-use', word, [message], more, from, end === undefined ? undefined : joined + end);
  }
}
const NO_FAULTS: ReturnType<NonNullable<Instance['known']['check']>> = [];

/** Options that may not stand with this command, and conditions that this chain makes impossible. */
function checkWithCommand(reader: RuleState): void {
  const { letter, chain } = reader;
  const takesRule = letter !== undefined && RULE_COMMANDS.includes(letter);
  // Without a rule there is nothing that the kernel could mind.
  if (!takesRule) reader.faults = reader.faults.filter(({ late }) => !late);
  if (!takesRule || reader.unusual) checkLetters(reader, takesRule);
  if (!takesRule) return;
  if (reader.taken.has(STANDARD) && !reader.target) checkStandard(reader);
  if (letter !== 'C' && letter !== 'D') reportForeignIcmp(reader);
  if (chain === 'INPUT' || chain === 'PREROUTING') rejectInterface(reader, 'o', chain, 'output-interface-in-input');
  else if (chain === 'OUTPUT' || chain === 'POSTROUTING')
    rejectInterface(reader, 'i', chain, 'input-interface-in-output');
  checkAddressLists(reader);
}

/** Where a chain has the name of the target behind verdicts and jumps, nft still finds its way to chains. */
function checkStandard(reader: RuleState): void {
  const { jump, object, objectWord, commandWord } = reader;
  const isLost = jump === Jump.jump && isVerdict(object ?? '');
  reader.fault('standard-taken', Math.max(objectWord, commandWord), [], isLost ? undefined : { backend: 'legacy' });
}

/** Options that may not stand with the command. */
function checkLetters(reader: RuleState, takesRule: boolean): void {
  const { letter, letters } = reader;
  for (let i = 0; i < letters.length; i++) {
    const option = letters.charAt(i);
    if (option === 'v') continue;
    const fits = LISTING_ONLY.includes(option)
      ? letter === 'L'
      : option === 'c'
        ? letter === 'A' || letter === 'I' || letter === 'R' || letter === 'P'
        : takesRule;
    if (!fits) {
      const word = reader.letterWords[i] ?? 0;
      reader.fault('option-with-command', word, [reader.words.text[word] ?? '', `-${letter}`]);
    }
  }
}

function rejectInterface(
  reader: RuleState,
  letter: string,
  chain: string,
  code: 'output-interface-in-input' | 'input-interface-in-output',
): void {
  const at = reader.letters.indexOf(letter);
  if (at >= 0) reader.fault(code, reader.letterWords[at] ?? 0, [`-${letter}`, chain]);
}

function checkAddressLists(reader: RuleState): void {
  if (reader.sources === 1 && reader.destinations === 1) return;
  const blamed = reader.sources > 1 ? 's' : 'd';
  const word = reader.letterWords[reader.letters.indexOf(blamed)] ?? 0;
  if (reader.negatedLetters.includes('s') || reader.negatedLetters.includes('d'))
    reader.fault('negated-list', word, [`-${blamed}`, reader.negatedLetters.includes(blamed) ? 'itself' : 'beside']);
  else if (reader.letter === 'R') reader.fault('replace-needs-one-address', word, [], { until: '1.8.11' });
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function traitsOf({ jump, object, faults, instances, conditions }: RuleState): number {
  if (jump !== Jump.jump) return 0;
  // A line with faults may lack the very word that is its condition.
  const whole = faults.every(({ severity }) => severity === 'warning');
  const final = isVerdict(object ?? '') && whole && instances.length === 0 && conditions === 0 ? Trait.final : 0;
  const verdict = object === 'ACCEPT' ? Trait.accept : object === 'DROP' || object === 'REJECT' ? Trait.refuse : 0;
  if (verdict === 0) return final;
  const asks = conditions > 0 || instances.some(({ known, implicit }) => !implicit && asksSomething(known.extension));
  return verdict | final | (whole && !asks ? Trait.unconditional : 0);
}

function asksSomething({ kind, name }: Extension): boolean {
  return kind === 'match' && name !== 'comment';
}
