// The kinds of values by name: judges, reads, describes and offers names for any value of any option.

import type { Version } from '../schema.ts';
import { isEveryTool, isWithin } from '../versions.ts';
import { account } from './account.ts';
import { addressRange } from './address-range.ts';
import { bpf } from './bpf.ts';
import { choice } from './choice.ts';
import { dateTime } from './date-time.ts';
import { decimal } from './decimal.ts';
import { host } from './host.ts';
import { icmpType } from './icmp-type.ts';
import { integer } from './integer.ts';
import { integerRange } from './integer-range.ts';
import { networkInterface } from './interface.ts';
import { irregular } from './irregular.ts';
import type { ReadContext, ValueContext, ValueFault, ValueKind, ValueName } from './kind.ts';
import type { Value } from './kinds.ts';
import { logLevel } from './log-level.ts';
import { mac } from './mac.ts';
import { mark } from './mark.ts';
import type { MeaningOf } from './meaning.ts';
import { natPorts } from './nat-ports.ts';
import { natRange } from './nat-range.ts';
import { network } from './network.ts';
import { port } from './port.ts';
import { portList } from './port-list.ts';
import { portRange } from './port-range.ts';
import { prefixLength } from './prefix-length.ts';
import { protocol } from './protocol.ts';
import { rate } from './rate.ts';
import { setDirections } from './set-directions.ts';
import { tcpFlags } from './tcp-flags.ts';
import { text } from './text.ts';
import { timeOfDay } from './time-of-day.ts';
import { tos } from './tos.ts';
import { u32 } from './u32.ts';

type KindName = Value['kind'];
type ValueOf<K extends KindName> = Extract<Value, { readonly kind: K }>;
type Registry = { readonly [K in KindName]: ValueKind<ValueOf<K>, MeaningOf[K]> };

const KINDS: Registry = {
  account,
  'address-range': addressRange,
  bpf,
  choice,
  'date-time': dateTime,
  decimal,
  host,
  'icmp-type': icmpType,
  integer,
  'integer-range': integerRange,
  interface: networkInterface,
  irregular,
  'log-level': logLevel,
  mac,
  mark,
  'nat-ports': natPorts,
  'nat-range': natRange,
  network,
  port,
  'port-list': portList,
  'port-range': portRange,
  'prefix-length': prefixLength,
  protocol,
  rate,
  'set-directions': setDirections,
  'tcp-flags': tcpFlags,
  text,
  'time-of-day': timeOfDay,
  tos,
  u32,
};

/** The kind that belongs to a value; the compiler follows the name from the one to the other. */
function kindOf<K extends KindName>(kind: K): Registry[K] {
  return KINDS[kind];
}

/** The tools refuse a longer word whatever it stands for, and one cause gives one error. Source: runs. */
const LONGEST_WORD = 1023;
/** Of a longer word a message shows the beginning. */
const LONGEST_SHOWN = 60;

/**
 * Judges an unquoted word as a value of an option; undefined when it is fine. Never throws. Without `severity`,
 * `RefusedBy` every tool refuses the word.
 */
export function checkValue<K extends KindName>(
  word: string,
  value: ValueOf<K> & { readonly kind: K },
  context: ValueContext,
): ValueFault | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const fault = kindOf<K>(value.kind).check(word, value, context);
  return fault === undefined || fault.message.length < 4 * LONGEST_SHOWN ? fault : shortened(fault, word);
}

/**
 * What an unquoted word means as a value of an option. Undefined where `checkValue` says that every tool refuses it, or
 * the version in `context`; a word that only some refuse means what the others make of it. Never throws.
 */
export function readValue<K extends KindName>(
  word: string,
  value: ValueOf<K> & { readonly kind: K },
  context: ReadContext,
): MeaningOf[K] | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const kind = kindOf<K>(value.kind);
  const fault = kind.check(word, value, context);
  return fault !== undefined && isRefusal(fault, context.version) ? undefined : kind.read(word, value, context);
}

/** Whether every tool refuses, or every tool of this version. */
function isRefusal(fault: ValueFault, version: Version | undefined): boolean {
  if (fault.severity !== undefined || fault.backend !== undefined) return false;
  return version === undefined ? isEveryTool(fault) : isWithin(version, fault);
}

/** The same with a long word cut in its message. */
function shortened(fault: ValueFault, word: string): ValueFault {
  const wrong = word.slice(fault.start ?? 0, fault.end ?? word.length);
  const message = [word, wrong]
    .filter((each) => each.length > LONGEST_SHOWN)
    .reduce((text, each) => text.replaceAll(each, `${each.slice(0, LONGEST_SHOWN)}...`), fault.message);
  return { ...fault, message };
}

/** What may stand there, as a phrase without a full stop: `a port from 0 to 65535 or a service name`. */
export function describeValue<K extends KindName>(
  value: ValueOf<K> & { readonly kind: K },
  context: ValueContext,
): string {
  return kindOf<K>(value.kind).describe(value, context);
}

/** The names that may stand there, for the protocol where that is known; none for values that are not names. */
export function valueNames<K extends KindName>(
  value: ValueOf<K> & { readonly kind: K },
  context: ReadContext,
): readonly ValueName[] {
  return kindOf<K>(value.kind).names?.(value, context) ?? [];
}
