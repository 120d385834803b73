// Am I locked out? Whether an address can open a TCP connection to a port of this machine, and which rule says so.

import { BITS } from '../../analysis/trace/addresses.ts';
import { type Conversation, converse, type Leg } from '../../analysis/trace/conversation.ts';
import type { HostFacts } from '../../analysis/trace/facts.ts';
import { deciderWords, VERDICT_WORDS } from '../../analysis/trace/sentences.ts';
import { SSH_FROM_ANYWHERE } from '../../ruleset/file-settings.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { type Entrance, entrancesOf } from './interfaces.ts';
import { callerProblem } from './knock-line.ts';
import { lineName, packetTrace, questionWords } from './packet-trace.ts';
import type { LockedOut, LockedOutAnswer, LockedOutParams } from './protocol.ts';

/** More interfaces than this nobody wants to hear of. */
const MOST_ENTRANCES = 64;

type Asked = Pick<LockedOutParams, 'from' | 'port' | 'interface' | 'to'>;
type Question = Asked & { readonly port: number };
type Answer = 'yes' | 'no' | 'depends';

interface Tried {
  readonly entrance: Entrance;
  readonly host: HostFacts;
  readonly talk: Conversation;
}

/** Of several answers the best: whoever gets in by one port is not locked out. */
const BEST: readonly Answer[] = ['no', 'depends', 'yes'];

/**
 * `no` where the connection works. Without an interface it is tried by each that rules tell apart, without a port by each
 * by which the machine is managed.
 */
export function answerLockedOut(file: RulesFile, asked: Asked): LockedOutAnswer {
  if (asked.port !== undefined) return answerFor(file, { ...asked, port: asked.port });
  const { ports } = file.settings.management ?? SSH_FROM_ANYWHERE;
  const answers: LockedOut[] = [];
  for (const port of ports) {
    const answer = answerFor(file, { ...asked, port });
    if ('message' in answer) return answer;
    answers.push(answer);
  }
  const [best] = BEST.flatMap((one) => answers.filter(({ answer }) => answer === one));
  if (!best) return { message: 'No port is set by which this machine is managed. Say which one, such as: port 22' };
  if (best.answer === 'no') return best;
  return { ...best, sentence: answers.map(({ sentence }) => sentence).join(' ') };
}

function answerFor(file: RulesFile, question: Question): LockedOutAnswer {
  const { from, port, to } = question;
  const { family, backend } = file.settings;
  const wrong = callerProblem(from, family) ?? (to === undefined ? undefined : callerProblem(to, family));
  if (wrong !== undefined) return { message: wrong };
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    return { message: `A port is a number from 1 to 65535, not ${port}.` };
  const entrances =
    question.interface === undefined ? entrancesOf(file) : [{ name: question.interface, isOther: false }];
  if (entrances.length > MOST_ENTRANCES)
    return { message: `The rules speak of ${entrances.length - 1} interfaces. Say which one, such as: in eth0` };
  const tried = entrances.map((entrance) => {
    const host = hostWith(to, entrance.name, family);
    const knock = { from, port, interface: entrance.name, ...(to !== undefined && { to }) };
    return { entrance, host, talk: converse(file, knock, host, backend) };
  });
  const [first] = tried;
  if (!first) return { message: 'No name is left for an interface. Say which one, such as: in eth0' };
  const results = new Set(tried.map(({ talk }) => talk.works));
  const worst = tried.find(({ talk }) => talk.works !== 'yes') ?? first;
  const leg = tellingLeg(worst.talk);
  const trace = leg && packetTrace(file, leg.packet, worst.host);
  if (!trace) return { message: 'Nothing is known of this connection.' };
  if (results.size > 1) return { answer: 'depends', sentence: byInterface(tried, from, port), trace };
  const sentence = sentenceOf(worst.talk, question);
  return { answer: lockedOut(worst.talk), sentence, trace };
}

/** The machine as far as the question tells it: one address, and all ways lead by its interface. */
function hostWith(to: string | undefined, name: string, family: Family): HostFacts {
  if (to === undefined) return {};
  return { addresses: { [name]: [`${to}/${BITS[family]}`] }, routes: [{ to: 'default', dev: name }] };
}

function lockedOut({ works }: Conversation): Answer {
  return works === 'yes' ? 'no' : works === 'no' ? 'yes' : 'depends';
}

/** The packet that is stopped, else the first one on which the answer depends, else the first. */
function tellingLeg({ works, legs }: Conversation): Leg | undefined {
  if (works === 'no') return legs.at(-1);
  return legs.find(({ answer }) => answer.verdict !== 'accept') ?? legs[0];
}

function sentenceOf(talk: Conversation, { from, port, interface: by, to }: Question): string {
  const way = by === undefined ? '' : ` by ${by}`;
  if (talk.works === 'yes') return `Not locked out: ${from} can connect to port ${port}${way}.`;
  if (talk.works === 'depends') {
    const isAddress = to === undefined && talk.dependsOn.some(({ match }) => match === 'dst' || match === 'src');
    const advice = isAddress ? ' Say "to" with the address of this machine.' : '';
    return `Whether ${from} can connect to port ${port}${way} depends on ${questionWords(talk.dependsOn)}.${advice}`;
  }
  const leg = talk.legs.at(-1);
  if (!leg) return `Locked out: ${from} cannot connect to port ${port}${way}.`;
  if (leg.name === 'the first packet')
    return `Locked out: a packet from ${from} to port ${port}${way} is ${stopped(leg)}.`;
  return `Locked out: ${from} gets in on port ${port}${way}, but ${leg.name} is ${stopped(leg)}.`;
}

function stopped({ answer: { verdict, decided_by, possible = [] } }: Leg): string {
  const words = verdict === 'unknown' ? possible.map((one) => VERDICT_WORDS[one]).join(' or ') : VERDICT_WORDS[verdict];
  return decided_by ? `${words} by ${deciderWords(decided_by, lineName)}` : words;
}

/** `That depends on the interface: by eth1 203.0.113.5 can connect to port 22, by any other it is locked out.` */
function byInterface(tried: readonly Tried[], from: string, port: number): string {
  const endings: Readonly<Record<Conversation['works'], string>> = {
    yes: `${from} can connect to port ${port}`,
    no: `${from} is locked out of port ${port}`,
    depends: `it is not certain for ${from} on port ${port}`,
  };
  const parts = (['yes', 'no', 'depends'] as const).flatMap((works) => {
    const names = tried.filter(({ talk }) => talk.works === works).map(({ entrance }) => entranceName(entrance));
    return names.length === 0 ? [] : [`by ${listed(names)} ${endings[works]}`];
  });
  return `That depends on the interface: ${parts.join(', ')}.`;
}

function entranceName({ name, isOther }: Entrance): string {
  return isOther ? 'any other' : name;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
