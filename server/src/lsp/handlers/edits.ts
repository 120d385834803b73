// The requests behind the editor's commands, iptables/insertBaseline and its like; each answers one undo step.

import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type {
  DocumentParams,
  EditsAnswer,
  RequestName,
  Requests,
  SshRulesAnswer,
} from '../../features/edits/protocol.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import type { Handler, Session } from '../handler.ts';
import { type Changes, changes, partFor } from '../parts.ts';
import { inSlices } from '../slices.ts';

type Answer<N extends RequestName> = Requests[N]['answer'];

/** Registers a request that is about an open document. */
function onDocument<N extends 'iptables/restrictToSource' | 'iptables/restrictToInterface' | 'iptables/loadCommand'>(
  { connection, document }: Session,
  name: N,
  answer: (by: Changes, file: RulesFile, params: Requests[N]['params']) => Answer<N>,
  closed: Answer<N>,
): void {
  connection.onRequest(name, async (params: Requests[N]['params'] & DocumentParams): Promise<unknown> => {
    const by = await changes();
    const open = await document(params.textDocument.uri);
    return open ? answer(by, open.rules, params) : closed;
  });
}

/** Registers a request that reads the whole of an open document. */
function onWholeDocument<N extends 'iptables/insertBaseline' | 'iptables/insertServiceRules' | 'iptables/sshRules'>(
  { connection, document }: Session,
  name: N,
  answer: (by: Changes, file: RulesFile, params: Requests[N]['params']) => Steps<Answer<N>>,
  missing: { readonly closed: Answer<N>; readonly changed: Answer<N> },
): void {
  connection.onRequest(name, async (params: Requests[N]['params'] & DocumentParams, token): Promise<unknown> => {
    const open = await document(params.textDocument.uri);
    if (!open) return missing.closed;
    try {
      const by = await partFor(open, changes);
      return await inSlices(open, token, (file) => answer(by, file, params));
    } catch (error) {
      // An answer can say it, and the command shows what an answer says; an error would look like a fault of ours.
      if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified) return missing.changed;
      throw error;
    }
  });
}

const NOT_OPEN: EditsAnswer = { edits: [], message: 'The document is not open as an iptables rules file.' };
const CHANGED: EditsAnswer = { edits: [], message: 'The document changed in the meantime. Run the command again.' };
const NO_EDITS = { closed: NOT_OPEN, changed: CHANGED };
const NO_RULES: SshRulesAnswer = { family: 4, isEmpty: false, rules: [] };

export const edits: Handler = {
  capability: {},
  register(session) {
    onWholeDocument(session, 'iptables/insertBaseline', (by, ...asked) => by.answerInsertBaseline(...asked), NO_EDITS);
    onWholeDocument(
      session,
      'iptables/insertServiceRules',
      (by, ...asked) => by.answerInsertServiceRules(...asked),
      NO_EDITS,
    );
    onWholeDocument(session, 'iptables/sshRules', (by, file) => by.answerSshRules(file), {
      closed: NO_RULES,
      changed: NO_RULES,
    });
    onDocument(session, 'iptables/restrictToSource', (by, ...asked) => by.answerRestrictToSource(...asked), NOT_OPEN);
    onDocument(
      session,
      'iptables/restrictToInterface',
      (by, ...asked) => by.answerRestrictToInterface(...asked),
      NOT_OPEN,
    );
    onDocument(
      session,
      'iptables/loadCommand',
      (by, { settings }, params) => by.answerLoadCommand(settings.family, params),
      { command: '' },
    );
    const { connection, document } = session;
    connection.onRequest('iptables/services', async ({ textDocument }: DocumentParams) => {
      const { answerServices } = await changes();
      const open = await document(textDocument.uri);
      return answerServices(open?.rules.settings.family ?? 4);
    });
    connection.onRequest('iptables/resetScript', async () => (await changes()).answerResetScript());
  },
};
