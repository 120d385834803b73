// Am I Locked Out?: asks for an address and says whether it can still connect, with the way of the packet that is stopped.

import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { type Knocking, readKnockLine } from '../../../server/src/features/trace/knock-line.ts';
import type { LockedOut } from '../../../server/src/features/trace/protocol.ts';
import { documentParams, rulesAt } from '../rules-editor.ts';
import type { Session } from '../session.ts';
import type { Traces } from '../trace/view.ts';

/** `from` spares the question: an address, with `port`, `in` and `to` behind it where they matter. */
export interface LockedOutAnswers {
  /** The active document when missing. */
  readonly uri?: string;
  readonly from?: string;
}

/** The answer; undefined where there is none. */
export async function lockedOut(
  session: Session,
  traces: Traces,
  given: LockedOutAnswers | Uri = {},
): Promise<LockedOut | undefined> {
  const answers: LockedOutAnswers = given instanceof Uri ? { uri: given.toString() } : given;
  const document = await rulesAt(answers.uri === undefined ? undefined : Uri.parse(answers.uri));
  if (!document) return undefined;
  const { family } = await session.ask('iptables/services', documentParams(document));
  const line = answers.from ?? (await askFrom(traces, family, document));
  const knock = line === undefined ? undefined : readKnockLine(line, family);
  if (line === undefined || !knock) return undefined;
  if ('wrong' in knock) {
    void window.showInformationMessage(knock.wrong);
    return undefined;
  }
  const found = await answerTo(session, document, knock);
  if (!found) return undefined;
  await traces.knocks.add(line.trim());
  const way = l10n.t('Show the Way');
  const show = found.answer === 'yes' ? window.showWarningMessage : window.showInformationMessage;
  void show(found.sentence, way).then((chosen) => {
    if (chosen !== way) return;
    traces.show(document, found.trace);
    void traces.focus();
  });
  return found;
}

async function askFrom(traces: Traces, family: 4 | 6, { uri }: TextDocument): Promise<string | undefined> {
  const settings = workspace.getConfiguration('iptables.management', uri);
  const ports = settings.get<readonly number[]>('ports') ?? [];
  const isRight = (line: string) => !('wrong' in readKnockLine(line, family));
  return window.showInputBox({
    title: l10n.t('Am I Locked Out?'),
    prompt: l10n.t(
      'The address that you connect from to port {0}; add "port 2222", "in eth0" or "to" with your server\'s address where it matters',
      ports.join(', '),
    ),
    placeHolder: family === 4 ? '203.0.113.5' : '2001:db8::5',
    // Who is set to manage the machine may be a network: then its address is to be typed.
    value: [...traces.knocks.lines, ...(settings.get<readonly string[]>('sources') ?? [])].find(isRight) ?? '',
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const read = readKnockLine(typed, family);
      return 'wrong' in read ? read.wrong : undefined;
    },
  });
}

async function answerTo(session: Session, document: TextDocument, knock: Knocking): Promise<LockedOut | undefined> {
  const answer = await session.ask('iptables/lockedOut', { ...documentParams(document), ...knock });
  if (!('message' in answer)) return answer;
  void window.showInformationMessage(answer.message);
  return undefined;
}
