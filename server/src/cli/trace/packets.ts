// Packets as JSON lines: one answer for each, in their order.

import type { HostFacts } from '../../analysis/trace/facts.ts';
import { withKnownHost } from '../../analysis/trace/known-host.ts';
import { readHost, readPacket } from '../../analysis/trace/read-facts.ts';
import type { Tracer } from '../../analysis/trace/trace.ts';
import type { FileSettings, KnownHost } from '../../ruleset/file-settings.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { print } from '../print.ts';

/** Answers are written when so much text has come together. */
const CHUNK = 256 * 1024;

/** Reads the lines and prints the answers; the exit status. The first line that is wrong ends it. */
export function tracePackets(
  tracer: Tracer,
  { family, host }: Pick<FileSettings, 'family' | 'host'>,
  text: string,
  fail: (sentence: string) => number,
): number {
  const machine: Machine = { said: {}, known: host };
  let out = '';
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() === '') continue;
    const answer = answerTo(tracer, family, machine, line);
    if ('wrong' in answer) {
      print(1, out);
      return fail(`Line ${number} of the packets: ${answer.wrong}`);
    }
    out += answer.text;
    if (out.length < CHUNK) continue;
    print(1, out);
    out = '';
  }
  print(1, out);
  return 0;
}

/** What the lines said of the machine last, and what the configuration says. */
interface Machine {
  said: HostFacts;
  readonly known: KnownHost | undefined;
}

type Answer = { readonly text: string } | { readonly wrong: string };

function answerTo(tracer: Tracer, family: Family, machine: Machine, line: string): Answer {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { wrong: 'It is not JSON. Each line is one JSON object.' };
  }
  if (typeof json === 'object' && json !== null && 'host' in json && !('src' in json)) {
    const host = readHost(json.host);
    if ('wrong' in host) return host;
    machine.said = host.value;
    tracer.setHost(host.value);
    return { text: '' };
  }
  const packet = readPacket(json, family);
  if ('wrong' in packet) return packet;
  if (!machine.known) return { text: `${JSON.stringify(tracer.trace(packet.value))}\n` };
  const known = withKnownHost(packet.value, machine.said, machine.known, family);
  tracer.setHost(known.host);
  return { text: `${JSON.stringify(tracer.trace(known.packet))}\n` };
}
