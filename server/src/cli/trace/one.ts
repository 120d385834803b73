// One packet from the command line: what was left out is filled in, and its walk is printed.

import { comingBack } from '../../analysis/trace/coming-back.ts';
import type { HostFacts } from '../../analysis/trace/facts.ts';
import { filledPacket } from '../../analysis/trace/fill.ts';
import { withKnownHost } from '../../analysis/trace/known-host.ts';
import { type Reading, readHost } from '../../analysis/trace/read-facts.ts';
import type { Tracer } from '../../analysis/trace/trace.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { plainLines } from '../plain.ts';
import { print } from '../print.ts';
import { spelt, type TraceArguments } from './arguments.ts';
import { Walkthrough } from './walkthrough.ts';

/** Traces and prints; the exit status. */
export function traceOne(
  tracer: Tracer,
  file: RulesFile,
  { path, packet, host }: TraceArguments,
  fail: (sentence: string) => number,
): number {
  const { family } = file.settings;
  const machine: Reading<HostFacts> = host ? readHost(host) : { value: {} };
  if ('wrong' in machine) return fail(`${machine.wrong}`);
  const { addresses } = file.settings.host ?? {};
  const filled = filledPacket(packet, { ...(addresses && { addresses }), ...machine.value }, family, spelt);
  if ('wrong' in filled) return fail(filled.wrong);
  const known = withKnownHost(filled.value, machine.value, file.settings.host, family);
  tracer.setHost(known.host);
  const walk = new Walkthrough(path, file);
  const answer = tracer.trace(known.packet, walk);
  const back = comingBack(file, known.packet, answer, known.host, (next) => tracer.trace(next), walk.nameOf);
  print(1, plainLines(walk.text(known.packet, answer, back)));
  return 0;
}
