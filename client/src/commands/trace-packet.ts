// Trace a Packet: asks for one, or takes the witness of a rule, and shows its way along the file and as a tree.

import { l10n, type TextDocument, Uri, window } from 'vscode';
import type { PacketTrace } from '../../../server/src/features/trace/protocol.ts';
import { documentParams, rulesAt } from '../rules-editor.ts';
import type { Session } from '../session.ts';
import { askPacket } from '../trace/packet-input.ts';
import type { Traces } from '../trace/view.ts';

/** `packet` spares the question, `line` (counted from zero) fills it with a packet that its rule decides. */
export interface TracePacketAnswers {
  /** The active document when missing. */
  readonly uri?: string;
  readonly line?: number;
  readonly packet?: string;
}

/** The trace that is shown; undefined where there is none. */
export async function tracePacket(
  session: Session,
  traces: Traces,
  given: TracePacketAnswers | Uri = {},
): Promise<PacketTrace | undefined> {
  const answers: TracePacketAnswers = given instanceof Uri ? { uri: given.toString() } : given;
  const document = await rulesAt(answers.uri === undefined ? undefined : Uri.parse(answers.uri));
  if (!document) return undefined;
  const packet = answers.packet ?? (await ask(session, traces, document, answers.line));
  if (packet === undefined) return undefined;
  const answer = await session.ask('iptables/trace', { ...documentParams(document), packet });
  if ('message' in answer) {
    void window.showInformationMessage(answer.message);
    return undefined;
  }
  const { trace } = answer;
  await traces.packets.add(trace.packet);
  traces.show(document, trace);
  const steps = l10n.t('Show the Steps');
  void window.showInformationMessage(trace.sentence, steps).then((chosen) => {
    if (chosen === steps) void traces.focus();
  });
  return trace;
}

async function ask(
  session: Session,
  traces: Traces,
  document: TextDocument,
  line: number | undefined,
): Promise<string | undefined> {
  const history = traces.packets.lines;
  if (line === undefined) {
    const value = history[0] ?? (await session.ask('iptables/readPacket', documentParams(document))).packet;
    return askPacket(session, { document, value, history });
  }
  const witness = await session.ask('iptables/witness', { ...documentParams(document), line });
  if ('packet' in witness) return askPacket(session, { document, value: witness.packet, history });
  void window.showInformationMessage(witness.message);
  return undefined;
}

/** Takes the marks of a trace and its tree away. */
export async function clearTrace(_session: Session, traces: Traces): Promise<void> {
  traces.clear();
}
