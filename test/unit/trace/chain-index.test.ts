// Owns that the index of a long chain hides no rule that may take a packet.
import { expect, it } from 'vitest';
import type { HostFacts } from '../../../server/src/analysis/trace/facts.ts';
import { Flow } from '../../../server/src/analysis/trace/flow.ts';
import { matches } from '../../../server/src/analysis/trace/prepared.ts';
import { Program } from '../../../server/src/analysis/trace/program.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { Random } from '../../oracle/fuzz/random.ts';
import { filter } from './tracing.ts';

const NOTHING: HostFacts = {};

function address(random: Random, family: Family): string {
  return family === 4
    ? `10.0.${random.int(0, 3)}.${random.int(0, 7)}`
    : `fd00:${random.int(0, 2)}::${random.int(0, 7)}`;
}

function rule(random: Random, family: Family): string {
  const no = () => (random.int(0, 5) === 0 ? '! ' : '');
  const lengths = family === 4 ? [0, 8, 16, 24, 30, 32] : [0, 16, 32, 64, 126, 128];
  const network = () => `${address(random, family)}/${random.pick(lengths)}`;
  const port = () => random.int(20, 30);
  const words = [
    () => `${no()}-s ${network()}`,
    () => `${no()}-d ${network()}`,
    () => `-s ${network()},${network()}`,
    () => `${no()}-i eth${random.int(0, 3)}`,
    () => '-i eth+',
  ];
  const protocols = [
    () => '',
    () => `${no()}-p udp`,
    () => `-p tcp ${no()}--dport ${port()}`,
    () => `-p udp --sport ${port()} --dport ${port()}:40`,
    () => `-p tcp -m multiport ${no()}--dports ${port()},${port()},35:37`,
    () => `-p tcp -m multiport --ports ${port()},${port()}`,
  ];
  const some = words.filter(() => random.int(0, 3) === 0).map((make) => make());
  const own = some.filter(
    (text, i) =>
      some.findIndex((other) => other.split(/-(?=[sdi] )/)[1]?.[0] === text.split(/-(?=[sdi] )/)[1]?.[0]) === i,
  );
  return `-A INPUT ${own.join(' ')} ${random.pick(protocols)?.() ?? ''} -j LOG`;
}

it.each([4, 6] as const)('hands out every rule that may take a packet, in order (IPv%i)', (family) => {
  const random = new Random(`index ${family}`);
  let taken = 0;
  for (let round = 0; round < 20; round++) {
    const text = filter(...Array.from({ length: 100 }, () => rule(random, family)));
    const chain = new Program(new RulesFile(text, { ...DEFAULT_SETTINGS, family }), 'both')
      .table('filter')
      ?.chain('INPUT');
    if (!chain) throw new Error('The chain is there.');
    for (let i = 0; i < 30; i++) {
      const proto = random.pick([6, 17, 1]) ?? 6;
      const ports = proto === 1 ? {} : { sport: random.int(20, 40), ...(i % 7 > 0 && { dport: random.int(20, 40) }) };
      const frag = i % 11 === 0 ? { frag: { offset: 8, mf: true } } : {};
      const ends = { src: address(random, family), ...(i % 5 > 0 && { dst: address(random, family) }) };
      const flow = new Flow({ proto, ...ends, ...ports, ...frag }, NOTHING, undefined, family);
      flow.leave(i % 3 === 0 ? undefined : `eth${random.int(0, 3)}`, '');
      const found: number[] = [];
      const cursor = chain.index.from(flow);
      for (let at = cursor.next(); at >= 0; at = cursor.next()) found.push(at);
      const all = chain.rules.flatMap((one, at) => (matches(one, flow) === false ? [] : [at]));
      taken += all.length;
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
      expect(all.filter((at) => !found.includes(at))).toEqual([]);
    }
  }
  expect(taken).toBeGreaterThan(1000);
});
