// The requests behind the editor's commands, iptables/insertBaseline and its like; each answers one undo step.

import {
  answerInsertBaseline,
  answerInsertServiceRules,
  answerLoadCommand,
  answerResetScript,
  answerRestrictToSource,
  answerServices,
} from '../../features/edits/index.ts';
import type { DocumentParams, RequestName, Requests } from '../../features/edits/protocol.ts';
import type { Family } from '../../vocabulary/schema.ts';
import type { Handler, Session } from './handler.ts';

type Answer<N extends RequestName> = Requests[N]['answer'];

/** Registers a request that is about an open document. */
function onDocument<N extends Exclude<RequestName, 'iptables/resetScript'>>(
  { connection, document }: Session,
  name: N,
  answer: (lines: readonly string[], family: Family, params: Requests[N]['params']) => Answer<N>,
  closed: Answer<N>,
): void {
  connection.onRequest(name, async (params: Requests[N]['params'] & DocumentParams): Promise<unknown> => {
    const open = await document(params.textDocument.uri);
    return open ? answer(open.rules.lines.all(), open.rules.settings.family, params) : closed;
  });
}

const NOT_OPEN = { edits: [], message: 'The document is not open as an iptables rules file.' };

export const edits: Handler = {
  capability: {},
  register(session) {
    onDocument(session, 'iptables/insertBaseline', answerInsertBaseline, NOT_OPEN);
    onDocument(session, 'iptables/insertServiceRules', answerInsertServiceRules, NOT_OPEN);
    onDocument(session, 'iptables/restrictToSource', answerRestrictToSource, NOT_OPEN);
    onDocument(session, 'iptables/services', (_lines, family) => answerServices(family), answerServices(4));
    onDocument(session, 'iptables/loadCommand', (_lines, family, params) => answerLoadCommand(family, params), {
      command: '',
    });
    session.connection.onRequest('iptables/resetScript', () => answerResetScript());
  },
};
