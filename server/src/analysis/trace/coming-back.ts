// What comes back to whoever sent a packet: the answer to one that is let in, or that of REJECT; and whether it gets through.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { HostFacts, PacketFacts, TraceAnswer } from './facts.ts';
import { rejectionOf } from './rejection.ts';
import { replyTo } from './reply.ts';
import { endsTitle, type LineName, waySentence } from './sentences.ts';

/** What comes back, in a sentence. */
export interface ComingBack {
  readonly text: string;
  readonly answer: TraceAnswer;
}

/** Undefined where nothing does, or where it is not certain what. `trace` asks the same tracer, told of the same machine. */
export function comingBack(
  file: RulesFile,
  packet: PacketFacts,
  answer: TraceAnswer,
  host: HostFacts,
  trace: (packet: PacketFacts) => TraceAnswer,
  nameOf: LineName,
): ComingBack | undefined {
  const reply = replyTo(file, packet, answer, host);
  if (reply) {
    const way = trace(reply);
    return { text: waySentence(`The answer, ${endsTitle(reply)},`, way, nameOf), answer: way };
  }
  const rejection = rejectionOf(file, packet, answer, host);
  if (!rejection) return undefined;
  const way = trace(rejection.packet);
  const title = `The answer of REJECT to ${packet.src}, ${rejection.name},`;
  const lost = way.verdict === 'drop' || way.verdict === 'reject';
  const text = waySentence(title, way, nameOf);
  return { text: lost ? `${text} So the sender waits as if the packet had been dropped.` : text, answer: way };
}
