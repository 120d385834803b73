// iptables/trace and its like: what becomes of a packet in an open document.

import type { TraceRequests } from '../../features/trace/protocol.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Handler, Session } from '../handler.ts';
import { type Packets, packets } from '../parts.ts';
import { atOnce, throwIfCancelled } from '../slices.ts';

type Name = keyof TraceRequests;

const NOT_OPEN = { message: 'The document is not open as an iptables rules file.' };

/** Registers a request that is about an open document. */
function onDocument<N extends Name>(
  { connection, document }: Session,
  name: N,
  answer: (by: Packets, file: RulesFile, params: TraceRequests[N]['params']) => TraceRequests[N]['answer'],
  closed: TraceRequests[N]['answer'],
): void {
  connection.onRequest(name, async (params: TraceRequests[N]['params'], token): Promise<unknown> => {
    const by = await packets();
    const open = await document(params.textDocument.uri);
    throwIfCancelled(token);
    return open ? atOnce(open, (file) => answer(by, file, params)) : closed;
  });
}

export const packetTrace: Handler = {
  capability: {},
  register(session) {
    onDocument(session, 'iptables/readPacket', (by, file, { packet }) => by.answerReadPacket(file, packet), {
      packet: '',
      wrong: NOT_OPEN.message,
    });
    onDocument(session, 'iptables/trace', (by, file, { packet }) => by.answerTrace(file, packet), NOT_OPEN);
    onDocument(session, 'iptables/lockedOut', (by, file, params) => by.answerLockedOut(file, params), NOT_OPEN);
    onDocument(session, 'iptables/witness', (by, file, { line }) => by.answerWitness(file, line), NOT_OPEN);
  },
};
