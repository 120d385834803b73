// The kind `tcp-flags`: names of TCP flags with commas between them.

import { nearest } from '../nearest.ts';
import type { ValueFault, ValueKind } from './kind.ts';
import type { TcpFlagsValue } from './kinds.ts';

const FLAGS = [
  { name: 'SYN', summary: 'Opens a connection.' },
  { name: 'ACK', summary: 'Confirms what came; set in every segment but the first.' },
  { name: 'FIN', summary: 'No more data follows.' },
  { name: 'RST', summary: 'Breaks the connection off.' },
  { name: 'PSH', summary: 'Hand the data on at once.' },
  { name: 'URG', summary: 'Urgent data is inside.' },
  { name: 'ALL', summary: 'All six flags.' },
  { name: 'NONE', summary: 'No flag.' },
] as const;

/** Whether the letters between `from` and `to` are one of the names, in any case. */
function isFlag(text: string, from: number, to: number): boolean {
  for (const { name } of FLAGS) {
    if (name.length !== to - from) continue;
    let at = from;
    while (at < to && (text.charCodeAt(at) & ~0x20) === name.charCodeAt(at - from)) at++;
    if (at === to) return true;
  }
  return false;
}

/** The library splits with strtok, so empty entries do not count; not even one name must be there. */
function check(text: string): ValueFault | undefined {
  for (let from = 0; from <= text.length; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    if (to > from && !isFlag(text, from, to)) return flagFault(text, from, to);
    from = to + 1;
  }
  return undefined;
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
    ? `iptables has no name for ${word}; -m ecn looks at it`
    : `"${word}" is no TCP flag`;
  const message = `${unknown}. The flags are SYN, ACK, FIN, RST, PSH, URG, ALL and NONE, with commas and no blanks.`;
  return {
    message,
    start: from,
    end: to,
    suggestions: near.map((name) => text.slice(0, from) + name + text.slice(to)),
  };
}

export const tcpFlags: ValueKind<TcpFlagsValue> = {
  check,
  describe: () => 'names of TCP flags with commas, such as SYN,ACK, or ALL or NONE',
  names: () => FLAGS,
};
