// The kind `tcp-flags`: names of TCP flags with commas between them.

import { nearest } from '../nearest.ts';
import type { ValueFault, ValueKind } from './kind.ts';
import type { TcpFlagsValue } from './kinds.ts';
import type { TcpFlagsMeaning } from './meaning.ts';

const FLAGS = [
  { name: 'SYN', bits: 0x02, summary: 'Opens a connection.' },
  { name: 'ACK', bits: 0x10, summary: 'Confirms what came; set in every segment but the first.' },
  { name: 'FIN', bits: 0x01, summary: 'No more data follows.' },
  { name: 'RST', bits: 0x04, summary: 'Breaks the connection off.' },
  { name: 'PSH', bits: 0x08, summary: 'Hand the data on at once.' },
  { name: 'URG', bits: 0x20, summary: 'Urgent data is inside.' },
  { name: 'ALL', bits: 0x3f, summary: 'All six flags.' },
  { name: 'NONE', bits: 0x00, summary: 'No flag.' },
] as const;

/** The bits of the name between `from` and `to`, in any case; -1 where it is none of the names. */
function bitsOf(text: string, from: number, to: number): number {
  for (const { name, bits } of FLAGS) {
    if (name.length !== to - from) continue;
    let at = from;
    while (at < to && (text.charCodeAt(at) & ~0x20) === name.charCodeAt(at - from)) at++;
    if (at === to) return bits;
  }
  return -1;
}

/** The library splits with strtok, so empty entries do not count; not even one name must be there. */
function check(text: string): ValueFault | undefined {
  for (let from = 0; from <= text.length; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    if (to > from && bitsOf(text, from, to) < 0) return flagFault(text, from, to);
    from = to + 1;
  }
  return undefined;
}

function read(text: string): TcpFlagsMeaning {
  let flags = 0;
  for (let from = 0; from <= text.length; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    if (to > from) flags |= bitsOf(text, from, to);
    from = to + 1;
  }
  return { kind: 'tcp-flags', flags };
}

function flagFault(text: string, from: number, to: number): ValueFault {
  const word = text.slice(from, to);
  const near = /^(ece|cwr)$/i.test(word)
    ? []
    : nearest(
        word.trim(),
        FLAGS.map(({ name }) => name),
      );
  const unknown = /^(ece|cwr)$/i.test(word)
    ? `iptables has no flag "${word}"; use "-m ecn"`
    : `"${word}" is not a TCP flag`;
  const message = `${unknown}. Write a list, separated by commas without spaces, of SYN, ACK, FIN, RST, PSH, URG, ALL, NONE.`;
  return {
    message,
    start: from,
    end: to,
    suggestions: near.map((name) => text.slice(0, from) + name + text.slice(to)),
  };
}

export const tcpFlags: ValueKind<TcpFlagsValue, TcpFlagsMeaning> = {
  check,
  read,
  describe: () => 'names of TCP flags separated by commas, such as SYN,ACK, or ALL or NONE',
  names: () => FLAGS,
};
