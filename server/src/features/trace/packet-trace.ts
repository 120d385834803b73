// What becomes of a packet, as an editor shows it: the steps with their lines, the verdict in a sentence, what is unknown.

import type { HostFacts, PacketFacts } from '../../analysis/trace/facts.ts';
import { afterSentence, packetTitle, verdictSentence } from '../../analysis/trace/sentences.ts';
import { tracerOf } from '../../analysis/trace/trace.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { entrancesOf } from './interfaces.ts';
import { looksLogged, readLogLine } from './log-line.ts';
import { packetLine, readPacketLine } from './packet-line.ts';
import type { PacketTrace, ReadPacketAnswer, TraceAnswer } from './protocol.ts';
import { StepLog } from './step-log.ts';

/** Addresses that documentation uses for somebody out there. */
const SOMEBODY = { 4: '203.0.113.5', 6: '2001:db8::5' } as const;

/** Reads what was typed or pasted; without a text it says what to begin with. */
export function answerReadPacket(file: RulesFile, text: string | undefined): ReadPacketAnswer {
  const { family } = file.settings;
  if (text === undefined) return { packet: beginning(file) };
  if (!looksLogged(text)) return judged({ packet: text.trim() }, family);
  const logged = readLogLine(text);
  if ('wrong' in logged) return { packet: text, isLogLine: true, wrong: logged.wrong };
  const packet = packetLine(logged.packet);
  if (logged.family !== family) {
    const wrong = `The packet of this line is IPv${logged.family}, and this file has the rules for IPv${family}.`;
    return { packet, isLogLine: true, wrong };
  }
  return judged({ packet, isLogLine: true, notes: logged.notes }, family);
}

function judged(answer: ReadPacketAnswer, family: 4 | 6): ReadPacketAnswer {
  const read = readPacketLine(answer.packet, family);
  return 'wrong' in read ? { ...answer, wrong: read.wrong } : { ...answer, title: packetTitle(read.packet) };
}

/** Somebody connects by SSH, by an interface that the rules speak of. */
function beginning(file: RulesFile): string {
  const [first] = entrancesOf(file);
  return `in ${first?.name ?? 'eth0'} src ${SOMEBODY[file.settings.family]} tcp dport 22`;
}

/** What becomes of the packet of a line of words. */
export function answerTrace(file: RulesFile, line: string): TraceAnswer {
  const read = readPacketLine(line, file.settings.family);
  if ('wrong' in read) return { message: read.wrong };
  return { trace: packetTrace(file, read.packet, read.host, line.trim()) };
}

/** What becomes of a packet. `words` are those that say it. */
export function packetTrace(
  file: RulesFile,
  packet: PacketFacts,
  host: HostFacts = {},
  words: string = packetLine(packet),
): PacketTrace {
  const log = new StepLog(file);
  const tracer = tracerOf(file, file.settings.backend);
  tracer.setHost(host);
  const answer = tracer.trace(packet, log);
  const verdict = verdictSentence(answer, lineName);
  const isOpen = answer.verdict === 'unknown';
  const sentences = [
    isOpen ? `What becomes of the packet is ${verdict}` : `The packet is ${verdict}`,
    afterSentence(packet, answer),
  ];
  return {
    packet: words,
    title: packetTitle(packet),
    verdict: answer.verdict,
    sentence: sentences.filter((one) => one !== undefined).join(' '),
    steps: log.steps,
    questions: answer.unknown.map(({ line, match, why }) => ({
      text: `${match}: ${why}`,
      ...(line !== null && { line: line - 1 }),
    })),
  };
}

/** As editors count lines for people. */
export function lineName(line: number): string {
  return `line ${line}`;
}
