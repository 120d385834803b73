// iptables/trace and its like: what becomes of a packet in an open document.

import { answerLockedOut } from '../../features/trace/locked-out.ts';
import { answerReadPacket, answerTrace } from '../../features/trace/packet-trace.ts';
import type { TraceRequests } from '../../features/trace/protocol.ts';
import { answerWitness } from '../../features/trace/witness.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Handler, Session } from '../handler.ts';
import { atOnce, throwIfCancelled } from '../slices.ts';

type Name = keyof TraceRequests;

const NOT_OPEN = { message: 'The document is not open as an iptables rules file.' };

/** Registers a request that is about an open document. */
function onDocument<N extends Name>(
  { connection, document }: Session,
  name: N,
  answer: (file: RulesFile, params: TraceRequests[N]['params']) => TraceRequests[N]['answer'],
  closed: TraceRequests[N]['answer'],
): void {
  connection.onRequest(name, async (params: TraceRequests[N]['params'], token): Promise<unknown> => {
    const open = await document(params.textDocument.uri);
    throwIfCancelled(token);
    return open ? atOnce(open, (file) => answer(file, params)) : closed;
  });
}

export const packetTrace: Handler = {
  capability: {},
  register(session) {
    onDocument(session, 'iptables/readPacket', (file, { packet }) => answerReadPacket(file, packet), {
      packet: '',
      wrong: NOT_OPEN.message,
    });
    onDocument(session, 'iptables/trace', (file, { packet }) => answerTrace(file, packet), NOT_OPEN);
    onDocument(session, 'iptables/lockedOut', answerLockedOut, NOT_OPEN);
    onDocument(session, 'iptables/witness', (file, { line }) => answerWitness(file, line), NOT_OPEN);
  },
};
