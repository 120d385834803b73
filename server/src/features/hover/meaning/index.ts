// Which explanation belongs to which kind of value.

import type { Value } from '../../../vocabulary/values/kinds.ts';
import { explainAddressRange, explainNetwork, explainPrefixLength } from './address.ts';
import { type Explanation, entryAt, type MeaningContext } from './meaning.ts';
import {
  explainAccount,
  explainChoice,
  explainIcmpType,
  explainInterface,
  explainLogLevel,
  explainMac,
  explainNamed,
  explainText,
} from './name.ts';
import { explainNatRange } from './nat.ts';
import { explainInteger, explainIntegerRange, explainMark, explainRate } from './number.ts';
import { explainNatPorts, explainPorts } from './port.ts';
import { explainProtocol } from './protocol.ts';

export type { Explanation, MeaningContext } from './meaning.ts';

/** What the word `text`, or its part at the offset `at`, means as a value of this kind. Never throws. */
export function meaningOf(text: string, value: Value, at: number, context: MeaningContext): Explanation {
  if (value.kind === 'nat-range') return explainNatRange(text, value, at, context);
  const separators = separatorsOf(value);
  const { from, to } = separators === '' ? { from: 0, to: text.length } : entryAt(text, at, separators);
  const word = text.slice(from, to);
  const blanks = value.kind === 'network' && value.list ? word.length - word.trimStart().length : 0;
  const says = explain(word.slice(blanks), value, context);
  return { from: from + blanks, to, says: says.filter((one) => one !== undefined) };
}

/** What cuts a word of this kind into entries of which each has a meaning of its own. */
function separatorsOf(value: Value): string {
  switch (value.kind) {
    case 'choice':
      return `${value.list ?? ''}${value.orList ?? ''}`;
    case 'network':
      return value.list ? ',' : '';
    case 'irregular':
    case 'port-list':
    case 'set-directions':
    case 'tcp-flags':
      return ',';
    default:
      return '';
  }
}

function explain(word: string, value: Value, context: MeaningContext): readonly (string | undefined)[] {
  switch (value.kind) {
    case 'integer':
      return explainInteger(word, value, context);
    case 'integer-range':
      return explainIntegerRange(word, value, context);
    case 'mark':
      return explainMark(word, value, context);
    case 'rate':
      return explainRate(word, value, context);
    case 'port':
    case 'port-list':
    case 'port-range':
      return explainPorts(word, value, context);
    case 'nat-ports':
      return explainNatPorts(word, value, context);
    case 'host':
    case 'network':
      return explainNetwork(word, value, context);
    case 'address-range':
      return explainAddressRange(word, value, context);
    case 'prefix-length':
      return explainPrefixLength(word, value, context);
    case 'protocol':
      return explainProtocol(word, value, context);
    default:
      return explainName(word, value, context);
  }
}

function explainName(word: string, value: Value, context: MeaningContext): readonly (string | undefined)[] {
  switch (value.kind) {
    case 'account':
      return explainAccount(word, value, context);
    case 'choice':
      return explainChoice(word, value, context);
    case 'icmp-type':
      return explainIcmpType(word, value, context);
    case 'interface':
      return explainInterface(word, value, context);
    case 'log-level':
      return explainLogLevel(word, value, context);
    case 'mac':
      return explainMac(word, value, context);
    case 'text':
      return explainText(word, value, context);
    case 'set-directions':
    case 'tcp-flags':
    case 'tos':
      return explainNamed(word, value, context);
    default:
      return [];
  }
}
