// Owns what the editor makes of a trace: the tree of its steps, and the word behind each line.
import { expect, test } from 'vitest';
import { marksOf } from '../../../client/src/trace/marks.ts';
import { nodesOf, type TraceNode } from '../../../client/src/trace/nodes.ts';
import { answerTrace } from '../../../server/src/features/trace/packet-trace.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const TEXT = `*filter
:INPUT DROP [0:0]
:web - [0:0]
-A INPUT -p udp -j web
-A INPUT -s 203.0.113.0/24 -j web
-A INPUT -m limit --limit 5/sec -j ACCEPT
-A INPUT -j web
-A web -s 192.0.2.7 -j ACCEPT
-A web -p tcp --dport 22 -j LOG
COMMIT
`;

function traced(packet: string, text = TEXT) {
  const answer = answerTrace(new RulesFile(text, DEFAULT_SETTINGS), packet);
  if ('message' in answer) throw new Error(answer.message);
  return answer.trace;
}

/** A node as an indented line. */
function shown({ text, line, children }: TraceNode, depth = 0): readonly string[] {
  const own = `${'  '.repeat(depth)}${text}${line === undefined ? '' : ` @${line}`}`;
  return [own, ...children.flatMap((child) => shown(child, depth + 1))];
}

test('the steps stand below each other, the verdict with its questions at the end', () => {
  const nodes = nodesOf(traced('in eth0 src 203.0.113.5 tcp dport 22'));
  expect(nodes.flatMap((node) => shown(node))).toEqual([
    'PREROUTING (in by eth0)',
    'INPUT (in by eth0)',
    '  table filter @0',
    '    chain INPUT @1',
    '      1 rule does not match @3',
    '      -A INPUT -s 203.0.113.0/24 -j web @4',
    '    chain web @2',
    '      1 rule does not match @7',
    '      -A web -p tcp --dport 22 -j LOG @8',
    '    chain INPUT @1',
    '      -A INPUT -m limit --limit 5/sec -j ACCEPT @5',
    '      -A INPUT -j web @6',
    '    chain web @2',
    '      1 rule does not match @7',
    '      -A web -p tcp --dport 22 -j LOG @8',
    '    chain INPUT @1',
    '      policy of INPUT: DROP @1',
    'The packet may be dropped or accepted: that depends on limit in line 6 (time, chance or earlier packets decide).',
    '  limit: time, chance or earlier packets decide @5',
  ]);
});

test('the answer stands behind the verdict and leads to what stops it', () => {
  const [, back] = nodesOf(
    traced(
      'in eth0 src 203.0.113.5 tcp dport 22',
      `*filter
:OUTPUT DROP [0:0]
COMMIT
`,
    ),
  ).slice(-2);
  expect(back).toMatchObject({ icon: 'error', line: 1, children: [] });
  expect(back?.text).toContain('does not get through. It comes to OUTPUT and is dropped by the policy DROP');
});

test('each line has one word, the weightier where it was come to twice', () => {
  const marks = marksOf(traced('in eth0 src 203.0.113.5 tcp dport 22'));
  expect([...marks].map(([line, { mark }]) => `${line} ${mark}`).sort()).toEqual([
    '1 policy',
    '3 passed',
    '4 matches',
    '5 depends',
    '6 matches',
    '7 passed',
    '8 matches',
  ]);
  const steps = (['matches', 'passed'] as const).map((kind) => ({ kind, depth: 3, text: '', line: 4 }));
  expect(marksOf({ steps }).get(4)?.mark).toBe('matches');
});
