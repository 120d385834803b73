// Owns the measuring of traces: packets through one chain of plain rules, and through the varied rules of the bench.
import { Tracer } from '../../server/src/analysis/trace/trace.ts';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { Random } from '../oracle/fuzz/random.ts';
import { benchFile } from './rules.ts';
import { median, quantile, type Row } from './table.ts';

const PACKETS = 300;

/** Rules of one chain that ask for addresses and ports, of which no two are alike. */
function plainFile(count: number): string {
  const address = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const kinds = [
    (i: number) => `-A INPUT -s ${address(i * 7)}/32 -p tcp -m tcp --dport ${1 + (i % 65535)} -j ACCEPT`,
    (i: number) => `-A INPUT -s ${address(i * 256)}/24 -d ${address(i * 5)}/32 -j DROP`,
    (i: number) => `-A INPUT -p udp -m udp --dport ${1 + ((i * 13) % 65535)} -m conntrack --ctstate NEW -j LOG`,
  ];
  const rules = Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.(i) ?? '');
  return ['*filter', ':INPUT DROP [0:0]', ...rules, 'COMMIT', ''].join('\n');
}

/** Milliseconds of each packet after the first. */
function timesOf(text: string): number[] {
  const tracer = new Tracer(new RulesFile(text));
  tracer.setHost({ addresses: { eth0: ['198.51.100.1/24'] }, routes: [{ to: 'default', dev: 'eth0' }] });
  const random = new Random('trace');
  const times: number[] = [];
  for (let i = 0; i <= PACKETS; i++) {
    const src = `10.${random.int(0, 20)}.${random.int(0, 255)}.${random.int(0, 255)}`;
    const ports = { sport: 40000, dport: random.int(1, 65535) };
    const kind = i % 2 === 0 ? { proto: 6, flags: 'S' } : { proto: 17 };
    const packet = {
      in: 'eth0',
      src,
      dst: '198.51.100.1',
      ...kind,
      ...ports,
      length: 60,
      mac_src: '02:00:00:11:22:33',
    };
    const start = performance.now();
    tracer.trace(packet);
    if (i > 0) times.push(performance.now() - start);
  }
  return times;
}

export function measureTraces(count: number): Row[] {
  const files = [
    ['one chain of addresses and ports', plainFile(count), 1],
    ['varied rules, most packets hang on limits', benchFile(count).text, undefined],
  ] as const;
  return files.flatMap(([name, text, most]) => {
    const times = timesOf(text);
    const what = `a traced packet after the first, ${count} rules, ${name}`;
    return [
      { what: `${what}, median`, value: median(times), unit: 'ms', most },
      { what: 'the same, p95', value: quantile(times, 0.95), unit: 'ms' },
    ];
  });
}
