// The kind `host`: one address or host name without a mask, as getaddrinfo reads it.

import { addressFault } from './address-fault.ts';
import { maskOfLength } from './address-words.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { HostValue } from './kinds.ts';
import type { NetworksMeaning } from './meaning.ts';
import { readHost } from './network.ts';

function check(text: string, _value: HostValue, context: ValueContext): ValueFault | undefined {
  const slash = text.indexOf('/');
  if (slash >= 0) {
    return {
      message: `Only a single address is allowed here; remove the mask "${text.slice(slash)}".`,
      start: slash,
      end: text.length,
    };
  }
  return addressFault(text, 0, text.length, context.family, 'getaddrinfo');
}

function read(text: string, _value: HostValue, { family }: ValueContext): NetworksMeaning | undefined {
  const found = readHost(text, 0, text.length, maskOfLength(128, family), 'getaddrinfo');
  return found && { kind: 'networks', networks: [found] };
}

export const host: ValueKind<HostValue, NetworksMeaning> = {
  check,
  read,
  describe: (_value, context) =>
    context.family === 4
      ? 'an IPv4 address such as 192.0.2.1, or a host name'
      : 'an IPv6 address such as 2001:db8::1, or a host name',
};
