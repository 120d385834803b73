// Which explanation belongs to which kind of value.

import type { Value } from '../../../vocabulary/values/kinds.ts';
import { explainAddressRange, explainHost, explainNetwork, explainPrefixLength } from './address.ts';
import { entryAt, type Meaning, type MeaningContext, whole } from './meaning.ts';
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
import { explainNatPorts, explainPortList, explainPorts } from './port.ts';
import { explainProtocol } from './protocol.ts';

export type { Meaning, MeaningContext } from './meaning.ts';

const named = explainNamed('');
const namedList = explainNamed(',');

/** What the word `text`, or its part at the offset `at`, means as a value of this kind. Never throws. */
export function meaningOf(text: string, value: Value, at: number, context: MeaningContext): Meaning {
  switch (value.kind) {
    case 'integer':
      return explainInteger(text, value, at, context);
    case 'integer-range':
      return explainIntegerRange(text, value, at, context);
    case 'text':
      return explainText(text, value, at, context);
    case 'choice':
      return explainChoice(text, value, at, context);
    case 'port':
    case 'port-range':
      return explainPorts(text, value, at, context);
    case 'port-list':
      return explainPortList(text, value, at, context);
    case 'protocol':
      return explainProtocol(text, value, at, context);
    case 'network':
      return explainNetwork(text, value, at, context);
    case 'mark':
      return explainMark(text, value, at, context);
    case 'rate':
      return explainRate(text, value, at, context);
    case 'account':
      return explainAccount(text, value, at, context);
    case 'log-level':
      return explainLogLevel(text, value, at, context);
    case 'tos':
      return named(text, value, at, context);
    case 'tcp-flags':
    case 'set-directions':
      return namedList(text, value, at, context);
    default:
      return ofPlainKind(text, value, at, context);
  }
}

/** Kinds whose literals hold nothing to look at. */
function ofPlainKind(text: string, { kind }: Value, at: number, context: MeaningContext): Meaning {
  switch (kind) {
    case 'host':
      return explainHost(text, undefined, at, context);
    case 'address-range':
      return explainAddressRange(text, undefined, at, context);
    case 'prefix-length':
      return explainPrefixLength(text, undefined, at, context);
    case 'nat-range':
      return explainNatRange(text, undefined, at, context);
    case 'nat-ports':
      return explainNatPorts(text, undefined, at, context);
    case 'mac':
      return explainMac(text, undefined, at, context);
    case 'interface':
      return explainInterface(text, undefined, at, context);
    case 'icmp-type':
      return explainIcmpType(text, undefined, at, context);
    case 'irregular':
      return { ...entryAt(text, at, ','), says: [] };
    default:
      return whole(text, []);
  }
}
