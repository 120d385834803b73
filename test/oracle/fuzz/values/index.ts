// Owns the way from a kind of value to a text of it: valid for the most part, at its limits or just past them at times.
import type { Family } from '../../../../server/src/vocabulary/schema.ts';
import type { Value } from '../../../../server/src/vocabulary/values/kinds.ts';
import type { Random } from '../random.ts';
import { addressRange, host, interfaceName, mac, natRange, network } from './addresses.ts';
import { bpf, irregular, u32 } from './expressions.ts';
import { account, choice, icmpType, protocol, setDirections, tcpFlags, text } from './names.ts';
import { decimal, integer, integerRange, logLevel, mark, prefixLength, rate, tos } from './numbers.ts';
import { natPorts, port, portList, portRange } from './ports.ts';
import { dateTime, timeOfDay } from './times.ts';

/** Whose value it is: some know theirs only by name. */
export interface Owner {
  readonly extension: string;
  readonly option: string;
}

/** A text for a value of an option, unquoted. About one in twenty is meant to be refused. */
export function makeValue(value: Value, owner: Owner, family: Family, random: Random): string {
  return numeric(value, family, random) ?? addressed(value, family, random) ?? named(value, owner, family, random);
}

function numeric(value: Value, family: Family, random: Random): string | undefined {
  switch (value.kind) {
    case 'integer':
      return integer(value, random);
    case 'integer-range':
      return integerRange(value, random);
    case 'decimal':
      return decimal(value, random);
    case 'mark':
      return mark(value, random);
    case 'tos':
      return tos(random);
    case 'rate':
      return rate(value, random);
    case 'log-level':
      return logLevel(random);
    case 'prefix-length':
      return prefixLength(value, family, random);
    case 'time-of-day':
      return timeOfDay(random);
    case 'date-time':
      return dateTime(random);
    default:
      return undefined;
  }
}

function addressed(value: Value, family: Family, random: Random): string | undefined {
  switch (value.kind) {
    case 'port':
      return port(random);
    case 'port-range':
      return portRange(random);
    case 'port-list':
      return portList(random);
    case 'nat-ports':
      return natPorts(random);
    case 'host':
      return host(family, random);
    case 'network':
      return network(family, value.list === true, random);
    case 'address-range':
      return addressRange(family, random);
    case 'nat-range':
      return natRange(family, random);
    case 'mac':
      return mac(random);
    case 'interface':
      return interfaceName(random);
    default:
      return undefined;
  }
}

function named(value: Value, owner: Owner, family: Family, random: Random): string {
  switch (value.kind) {
    case 'choice':
      return choice(value, family, random);
    case 'protocol':
      return protocol(family, random);
    case 'tcp-flags':
      return tcpFlags(random);
    case 'icmp-type':
      return icmpType(family, random);
    case 'account':
      return account(value, random);
    case 'set-directions':
      return setDirections(random);
    case 'text':
      return text(value, random);
    case 'u32':
      return u32(random);
    case 'bpf':
      return bpf(random);
    default:
      return irregular(owner.extension, owner.option, random);
  }
}
