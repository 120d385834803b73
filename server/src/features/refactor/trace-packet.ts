// Offers to trace a packet that a rule decides: the client asks for one, and shows its way.

import { hasRule } from '../trace/witness.ts';
import type { Refactoring } from './common/refactoring.ts';

/** The command of clients that shows the way of a packet. */
const COMMAND = 'iptables.tracePacket';

export const tracePacket: Refactoring = {
  name: 'trace-packet',
  kind: 'refactor.rewrite',
  offers: ({ block, client, file, first: line, isOneLine }) => {
    if (!isOneLine || !block?.table || !client.commands.has(COMMAND) || !hasRule(file, line)) return [];
    const change = { command: COMMAND, argument: { uri: client.uri, line } };
    return [{ title: 'Trace a packet that this rule decides', change }];
  },
};
