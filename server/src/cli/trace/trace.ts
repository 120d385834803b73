// iptables-lint trace: sends packets through the rules of a file.

import { Tracer } from '../../analysis/trace/trace.ts';
import { inputOf } from '../files/read.node.ts';
import { helpOf } from '../options/help.ts';
import { fail, print, printVersion } from '../print.ts';
import { rulesOf } from '../rules-of.ts';
import { parseTrace } from './arguments.ts';
import { TRACE } from './command-line.ts';
import { traceOne } from './one.ts';
import { tracePackets } from './packets.ts';

/** Runs the command with the words behind `trace`; answers the exit status. */
export function trace(words: readonly string[]): number {
  const parsed = parseTrace(words);
  if (parsed.kind === 'help') {
    print(1, helpOf(TRACE));
    return 0;
  }
  if (parsed.kind === 'version') return printVersion();
  if (parsed.kind === 'wrong') return fail(parsed.sentence, 'iptables-lint trace');
  const read = rulesOf(parsed.arguments);
  if ('unreadable' in read) return fail(`Cannot read "${parsed.arguments.path}": ${read.unreadable}.`);
  const { file } = read;
  const tracer = new Tracer(file, parsed.arguments.backend);
  if (!parsed.arguments.isStream) return traceOne(tracer, file, parsed.arguments, fail);
  const packets = inputOf('-');
  if ('unreadable' in packets) return fail(`Cannot read the packets: ${packets.unreadable}.`);
  return tracePackets(tracer, file.settings, packets.text, fail);
}
