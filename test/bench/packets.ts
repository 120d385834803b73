// Owns the measuring of the analysis of packets: whole files of varied rules, edits of one, and its memory.
import { packetFindingSteps } from '../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { Random } from '../oracle/fuzz/random.ts';
import { median, quantile, type Row } from './table.ts';

const SIZES = [
  [1_000, 60],
  [10_000, 250],
  [100_000, 1700],
] as const;
const EDITED = 10_000;
const EDITS = 200;

/** Zones: a chain for each way from one to another, with networks, multiport, states, limits and RETURN. */
function zonesFile(count: number): string {
  const random = new Random(`zones ${count}`);
  const zones = count >= 10_000 ? 24 : 8;
  const names = Array.from({ length: zones * zones }, (_, i) => `z${Math.floor(i / zones)}_${i % zones}`);
  const jumps = names.map((name) => {
    const [from, to] = name.slice(1).split('_');
    return `-A FORWARD -i eth${from} -o eth${to} -j ${name}`;
  });
  const port = () => random.pick([22, 25, 53, 80, 443, 8080, random.int(1, 65535)]);
  const rules = Array.from({ length: Math.max(count - jumps.length, 0) }, (_, i) => {
    const chain = names[i % names.length];
    if (random.chance(0.1)) return `-A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`;
    const ports = [
      '',
      `-p tcp -m tcp --dport ${port()} `,
      `-p tcp -m multiport --dports ${port()},${port()},${port()} `,
      `-p udp -m udp --dport ${port()} `,
    ];
    const limit = random.chance(0.1) ? '-m limit --limit 5/min ' : '';
    const target = random.pick(['ACCEPT', 'ACCEPT', 'DROP', 'RETURN', 'LOG']);
    return `-A ${chain} -s 10.${random.int(0, 255)}.${random.int(0, 255)}.0/24 ${random.pick(ports)}${limit}-j ${target}`;
  });
  const head = ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]'];
  return [...head, ...names.map((name) => `:${name} - [0:0]`), ...jumps, ...rules, 'COMMIT', ''].join('\n');
}

function look(file: RulesFile): number {
  const start = performance.now();
  for (const _ of packetFindingSteps(file));
  return performance.now() - start;
}

/** The shortest of three, each of a file that was just read. */
function whole(text: string): number {
  return Math.min(...[1, 2, 3].map(() => look(new RulesFile(text))));
}

function editTimes(): { readonly times: readonly number[]; readonly top: number; readonly undo: number } {
  const file = new RulesFile(zonesFile(EDITED));
  look(file);
  const random = new Random('edits');
  const first =
    Array.from({ length: file.lineCount }, (_, i) => i).find((i) => file.lines.line(i).startsWith('-A')) ?? 0;
  const ruleLine = () => random.int(first, file.lineCount - 3);
  const times = Array.from({ length: EDITS }, (_, i) => {
    const line = ruleLine();
    const start = { line, character: 0 };
    if (i % 3 === 0) file.edit({ start, end: start }, `${file.lines.line(ruleLine())}\n`);
    else if (i % 3 === 1) file.edit({ start, end: { line: line + 1, character: 0 } }, '');
    else file.edit({ start, end: { line: line + 1, character: 0 } }, `${file.lines.line(ruleLine())}\n`);
    return look(file);
  });
  const at = { line: first, character: 0 };
  file.edit({ start: at, end: at }, '-A FORWARD -j DROP\n');
  const top = look(file);
  file.edit({ start: at, end: { line: first + 1, character: 0 } }, '');
  return { times, top, undo: look(file) };
}

export function measurePackets(): Row[] {
  const sizes = SIZES.map(([count, most]): Row => {
    return { what: `which of ${count} varied rules packets reach`, value: whole(zonesFile(count)), unit: 'ms', most };
  });
  const { times, top, undo } = editTimes();
  return [
    ...sizes,
    { what: 'resident after that', value: process.memoryUsage().rss / 1e6, unit: 'MB', most: 500 },
    { what: `the same after an edit of ${EDITED} rules, median`, value: median([...times]), unit: 'ms', most: 1 },
    { what: 'the same, p95', value: quantile([...times], 0.95), unit: 'ms', most: 15 },
    { what: 'the same, worst', value: Math.max(...times), unit: 'ms', most: 100 },
    { what: 'after a rule on top that drops everything', value: top, unit: 'ms', most: 100 },
    { what: 'after that rule is taken away', value: undo, unit: 'ms', most: 100 },
  ];
}
