// What becomes of a packet, as an editor shows it: the steps with their lines, the verdict in a sentence, what is unknown.

import { type ComingBack, comingBack } from '../../analysis/trace/coming-back.ts';
import type {
  HostFacts,
  PacketFacts,
  PolicyPlace,
  TraceAnswer as TracedPacket,
  Unknown,
} from '../../analysis/trace/facts.ts';
import { withKnownHost } from '../../analysis/trace/known-host.ts';
import { afterSentence, packetTitle, VERDICT_WORDS, verdictSentence } from '../../analysis/trace/sentences.ts';
import { tracerOf } from '../../analysis/trace/trace.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { entrancesOf } from './interfaces.ts';
import { looksLogged, readLogLine } from './log-line.ts';
import { packetLine, readPacketLine } from './packet-line.ts';
import type { PacketTrace, ReadPacketAnswer, TraceAnswer, TraceReply } from './protocol.ts';
import { StepLog } from './step-log.ts';

/** Addresses that documentation uses for somebody out there. */
const SOMEBODY = { 4: '203.0.113.5', 6: '2001:db8::5' } as const;

const USUAL = 'eth0';
/** So many things on which an answer depends are told in its sentence; all of them stand below. */
const MOST_TOLD = 3;

/** Reads what was typed or pasted; without a text it says what to begin with. */
export function answerReadPacket(file: RulesFile, text: string | undefined): ReadPacketAnswer {
  return text === undefined ? { packet: beginning(file) } : readText(text, file.settings.family);
}

function readText(text: string, family: Family): ReadPacketAnswer {
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

function judged(answer: ReadPacketAnswer, family: Family): ReadPacketAnswer {
  const read = readPacketLine(answer.packet, family);
  return 'wrong' in read ? { ...answer, wrong: read.wrong } : { ...answer, title: packetTitle(read.packet) };
}

/** Somebody connects by SSH, by an interface that the rules speak of. */
function beginning(file: RulesFile): string {
  const names = entrancesOf(file).flatMap(({ name, isOther }) => (isOther ? [] : [name]));
  const name = names.includes(USUAL) ? USUAL : (names[0] ?? USUAL);
  return `in ${name} src ${SOMEBODY[file.settings.family]} tcp dport 22`;
}

/** What becomes of the packet of a line of words, or of a line of the kernel log. */
export function answerTrace(file: RulesFile, text: string): TraceAnswer {
  const { family } = file.settings;
  const { packet, wrong } = readText(text, family);
  if (wrong !== undefined) return { message: wrong };
  const read = readPacketLine(packet, family);
  return 'wrong' in read ? { message: read.wrong } : { trace: packetTrace(file, read.packet, read.host, packet) };
}

/** What becomes of a packet. `words` are those that say it. */
export function packetTrace(
  file: RulesFile,
  asked: PacketFacts,
  said: HostFacts = {},
  words: string = packetLine(asked),
): PacketTrace {
  const { packet, host } = withKnownHost(asked, said, file.settings.host, file.settings.family);
  const log = new StepLog(file);
  const tracer = tracerOf(file, file.settings.backend);
  tracer.setHost(host);
  const answer = tracer.trace(packet, log);
  const back = comingBack(file, packet, answer, host, (next) => tracer.trace(next), lineName);
  const sentences = [
    answer.verdict === 'unknown' ? openSentence(answer) : `The packet is ${verdictSentence(answer, lineName)}`,
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
    ...(back && { reply: replyOf(file, back) }),
  };
}

function replyOf(file: RulesFile, { text, answer: { verdict, decided_by: by } }: ComingBack): TraceReply {
  const line = by && ('line' in by ? by.line - 1 : 'policy' in by ? policyLine(file, by) : undefined);
  return { text, verdict, ...(line !== undefined && line !== null && { line }) };
}

function policyLine(file: RulesFile, { table, chain }: PolicyPlace): number | undefined {
  const line = file.blocks.findLast((block) => block.table === table)?.chains.get(chain)?.policyLine ?? -1;
  return line < 0 ? undefined : line;
}

function openSentence({ possible = [], unknown }: TracedPacket): string {
  const known = possible.filter((one) => one !== 'unknown').map((one) => VERDICT_WORDS[one]);
  const reason = `depends on ${questionWords(unknown)}`;
  if (known.length === 0) return `What becomes of the packet ${reason}.`;
  const others = possible.includes('unknown') ? ', or what cannot be told' : '';
  return `The packet may be ${known.join(' or ')}${others}: that ${reason}.`;
}

/** `limit in line 9 (time, chance or earlier packets decide)`, for the first few. */
export function questionWords(unknown: readonly Unknown[]): string {
  const words = unknown.map(({ line, match, why }) => `${match}${line === null ? '' : ` in line ${line}`} (${why})`);
  const [...told] = new Set(words);
  const left = told.length - MOST_TOLD;
  return `${told.slice(0, MOST_TOLD).join(' and ')}${left > 0 ? ` and ${left} more` : ''}`;
}

/** As editors count lines for people. */
export function lineName(line: number): string {
  return `line ${line}`;
}
