// Prints the walk of a packet for people: hooks and tables in order, rules with what they did, and the verdict.

import type { Decider, PacketFacts, TraceAnswer, Unknown } from '../../analysis/trace/facts.ts';
import type { Flow } from '../../analysis/trace/flow.ts';
import type { TraceLog } from '../../analysis/trace/log.ts';
import type { Prepared } from '../../analysis/trace/prepared.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { protocolName } from '../../vocabulary/protocols.ts';
import type { Hook, TableName } from '../../vocabulary/schema.ts';

const VERDICTS: Readonly<Record<TraceAnswer['verdict'], string>> = {
  accept: 'accepted',
  drop: 'dropped',
  reject: 'rejected',
  queue: 'handed to a program',
  expired: 'dropped, since its TTL has run out',
  unrouted: 'not routed',
  queued: 'kept until the other fragments are there',
  unknown: 'unknown',
};

export class Walkthrough implements TraceLog {
  private readonly path: string;
  private readonly file: RulesFile;
  private readonly lines: string[] = [];
  private depth = 2;

  constructor(path: string, file: RulesFile) {
    this.path = path;
    this.file = file;
  }

  hook(hook: Hook, { input, output }: Flow): void {
    const names = [input && `in by ${input}`, output && `out by ${output}`].filter(Boolean);
    this.lines.push(names.length > 0 ? `${hook} (${names.join(', ')})` : hook);
    this.depth = 1;
  }

  table(table: TableName): void {
    this.depth = 1;
    this.say(`table ${table}`);
  }

  chain(name: string): void {
    this.depth = 2;
    this.say(`chain ${name}`);
    this.depth = 3;
  }

  passed(count: number): void {
    this.say(count === 1 ? '1 rule does not match' : `${count} rules do not match`);
  }

  rule({ place }: Prepared, unknown: readonly Unknown[]): void {
    const hangsOn = unknown.map(({ match, why }) => `${match} (${why})`).join(' and ');
    const word = unknown.length === 0 ? 'matches' : `depends on ${hangsOn}; taken as not matching`;
    this.say(`${this.at(place.line)} ${word}`);
    this.say(`    ${this.file.lines.line(place.line - 1).trim()}`);
  }

  changed(what: string): void {
    this.say(`    ${what}`);
  }

  policy(chain: string, policy: string): void {
    this.depth = 3;
    this.say(`policy of ${chain}: ${policy}`);
  }

  note(sentence: string): void {
    this.depth = 1;
    this.say(sentence);
  }

  /** All of it, with the packet above and the verdict below. */
  text(packet: PacketFacts, answer: TraceAnswer): string {
    const end = [...this.verdict(answer), ...this.after(packet, answer), ...this.open(answer)];
    return `${[titleOf(packet), '', ...this.lines, '', ...end].join('\n')}\n`;
  }

  private verdict({ verdict, decided_by, possible }: TraceAnswer): readonly string[] {
    if (verdict === 'accept' && decided_by) return [`Verdict: accepted; the last to decide was${this.by(decided_by)}.`];
    if (verdict !== 'unknown')
      return [`Verdict: ${VERDICTS[verdict]}${decided_by ? ' by' : ''}${this.by(decided_by)}.`];
    const known = (possible ?? []).filter((one) => one !== 'unknown').map((one) => VERDICTS[one]);
    const others = possible?.includes('unknown') === true ? ', or what cannot be told' : '';
    return [
      known.length > 0 ? `Verdict: unknown. The packet may be ${known.join(' or ')}${others}.` : 'Verdict: unknown.',
    ];
  }

  private by(decider: Decider | null): string {
    if (!decider) return '';
    if ('line' in decider) return ` ${this.path}:${decider.line} in chain ${decider.chain} of table ${decider.table}`;
    if ('policy' in decider) return ` the policy ${decider.policy} of chain ${decider.chain} in table ${decider.table}`;
    return ` the kernel (${decider.kernel})`;
  }

  /** What is another than it was, and by which interface the packet leaves. */
  private after(packet: PacketFacts, { after }: TraceAnswer): readonly string[] {
    if (!after) return [];
    const { src, dst, out, ttl, tos, mark } = after;
    const isSame =
      src === packet.src && dst === packet.dst && after.sport === packet.sport && after.dport === packet.dport;
    const ends = `${endOf(src, after.sport)} -> ${endOf(dst, after.dport)}`;
    const said = [
      ...(isSame ? [] : [`as ${ends}`]),
      ...(out === undefined ? [] : [`by ${out}`]),
      ...(mark === (packet.mark ?? 0) ? [] : [`with mark ${mark ?? 'unknown'}`]),
      ...(tos === (packet.tos ?? 0) ? [] : [`with type of service ${tos ?? 'unknown'}`]),
      ...(ttl === (packet.ttl ?? 64) ? [] : [`with TTL ${ttl ?? 'unknown'}`]),
    ];
    return said.length === 0 ? [] : [`It ends ${said.join(', ')}.`];
  }

  private open({ unknown }: TraceAnswer): readonly string[] {
    if (unknown.length === 0) return [];
    const shown = unknown.map(
      ({ line, match, why }) => `  ${line === null ? '' : `${this.at(line)} `}${match}: ${why}`,
    );
    return ['It depends on:', ...shown];
  }

  private at(line: number): string {
    return `${this.path}:${line}:`;
  }

  private say(text: string): void {
    this.lines.push(`${'  '.repeat(this.depth)}${text}`);
  }
}

/** The packet in a line. */
function titleOf(packet: PacketFacts): string {
  const { proto, src, sport, dst, dport, origin, ctstate } = packet;
  const way = origin === 'box' ? 'sent by this machine' : `in by ${packet.in}`;
  const state = ctstate === undefined ? '' : `, ${ctstate}`;
  return `${protocolName(proto) ?? `protocol ${proto}`} ${endOf(src, sport)} -> ${endOf(dst, dport)}, ${way}${state}`;
}

function endOf(address: string | undefined, port: number | undefined): string {
  return `${address ?? 'an address of this machine'}${port === undefined ? '' : ` port ${port}`}`;
}
