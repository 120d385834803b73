// Owns made-up programs of rules as data, their text, and a walk that follows every packet of a small world through them.
// It reads no rule's text and knows nothing of boxes: what the analysis says is held against it.

import fc from 'fast-check';

export interface Condition {
  readonly text: string;
  /** What it says of a packet; undefined: as the walk likes, anew each time. */
  readonly holds: ((packet: WorldPacket) => boolean) | undefined;
}

export interface ProgramRule {
  readonly chain: string;
  readonly conditions: readonly Condition[];
  readonly target: string;
}

export interface WorldPacket {
  readonly hook: string;
  readonly source: number;
  readonly protocol: string;
  readonly port: number;
  readonly isLaterFragment: boolean;
  readonly input: string;
  readonly output: string;
  readonly state: string;
  readonly isListed: boolean;
}

function address(text: string): number {
  return text.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function between(text: string, first: string, last: string): Condition {
  const [from, to] = [address(first), address(last)];
  return { text, holds: ({ source }) => source >= from && source <= to };
}

function not({ text, holds }: Condition): Condition {
  const negated = text.startsWith('-m ') ? text.replace(/^(-m \S+) /, '$1 ! ') : `! ${text}`;
  return { text: negated, holds: holds && ((packet) => !holds(packet)) };
}

const sources = [
  between('-s 10.0.0.0/8', '10.0.0.0', '10.255.255.255'),
  between('-s 10.1.0.0/16', '10.1.0.0', '10.1.255.255'),
  between('-s 10.1.2.3', '10.1.2.3', '10.1.2.3'),
  between('-s 0.0.0.0/1', '0.0.0.0', '127.255.255.255'),
  between('-m iprange --src-range 10.0.0.9-10.1.2.3', '10.0.0.9', '10.1.2.3'),
];
const SOURCES = ['10.0.0.1', '10.0.0.9', '10.1.0.1', '10.1.2.3', '10.1.2.4', '11.0.0.1', '200.0.0.1'].map(address);

function port(protocol: string, text: string, ports: readonly number[], isNegated = false): Condition {
  return {
    text: `-p ${protocol} ${text}`,
    holds: (packet) =>
      packet.protocol === protocol && !packet.isLaterFragment && ports.includes(packet.port) !== isNegated,
  };
}
const PORTS = [22, 50, 80, 443, 1000];
const ports = ['tcp', 'udp'].flatMap((protocol) => [
  port(protocol, '--dport 22', [22]),
  port(protocol, '--dport 22:80', [22, 50, 80]),
  port(protocol, '-m multiport --dports 80,443', [80, 443]),
  port(protocol, '-m multiport ! --dports 22,80', [22, 80], true),
  port(protocol, '! --dport 22', [22], true),
  port(protocol, `-m ${protocol}`, PORTS),
  { text: `-p ${protocol}`, holds: (packet: WorldPacket) => packet.protocol === protocol },
]);
const others: readonly Condition[] = [
  { text: '-p icmp', holds: ({ protocol }) => protocol === 'icmp' },
  { text: '! -p tcp', holds: ({ protocol }) => protocol !== 'tcp' },
  { text: '-f', holds: ({ isLaterFragment }) => isLaterFragment },
];
const inputs: readonly Condition[] = [
  { text: '-i eth0', holds: ({ input }) => input === 'eth0' },
  { text: '-i eth+', holds: ({ input }) => input.startsWith('eth') },
  { text: '! -i eth0', holds: ({ input }) => input !== 'eth0' },
];
const outputs: readonly Condition[] = [
  { text: '-o eth1', holds: ({ output }) => output === 'eth1' },
  { text: '! -o eth1', holds: ({ output }) => output !== 'eth1' },
  { text: '-o +', holds: () => true },
];
const states: readonly Condition[] = [
  { text: '-m conntrack --ctstate NEW', holds: ({ state }) => state === 'NEW' },
  { text: '-m state --state ESTABLISHED,NEW', holds: ({ state }) => state !== 'INVALID' },
];
const unknowns: readonly Condition[] = [
  { text: '-m set --match-set office src', holds: ({ isListed }) => isListed },
  { text: '-m set ! --match-set office src', holds: ({ isListed }) => !isListed },
  { text: '-m limit --limit 3/min', holds: undefined },
  { text: '-m statistic --mode random --probability 0.5', holds: undefined },
];

const oneOf = (some: readonly Condition[]) => fc.constantFrom(...some);
const KINDS = [
  fc.oneof({ arbitrary: oneOf(sources), weight: 3 }, { arbitrary: oneOf(sources).map(not), weight: 1 }),
  fc.oneof({ arbitrary: oneOf(ports), weight: 3 }, { arbitrary: oneOf(others), weight: 1 }),
  fc.oneof({ arbitrary: oneOf(inputs), weight: 3 }, { arbitrary: oneOf(outputs), weight: 1 }),
  oneOf(states),
  oneOf(unknowns),
] as const;
/** Which kinds of conditions a rule has: mostly one or two, so that rules meet, and sometimes none. */
const MIXES = [
  [],
  [0],
  [0],
  [1],
  [1],
  [2],
  [3],
  [4],
  [0, 1],
  [0, 1],
  [1, 2],
  [0, 2],
  [1, 3],
  [0, 4],
  [1, 4],
  [0, 1, 3],
  [0, 1, 2],
] as const;
const conditions = fc.constantFrom(...MIXES).chain((kinds) => fc.tuple(...kinds.map((kind) => KINDS[kind])));

/** One of every sort that rules can tell apart. */
/** Rules lead to later chains only, so there is no loop. */
const CHAINS = ['INPUT', 'FORWARD', 'a', 'b', 'c'];
const ENDS = ['ACCEPT', 'DROP', 'REJECT', 'RETURN', 'RETURN', 'LOG', ''];

const rule = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3, 4),
    conditions,
    fc.constantFrom('end', 'end', 'end', 'jump', 'goto'),
    fc.nat(6),
  )
  .map(([at, all, way, choice]): ProgramRule => {
    const later = CHAINS.slice(Math.max(at + 1, 2));
    const callee = later[choice % Math.max(later.length, 1)];
    const chain = CHAINS[at] ?? 'INPUT';
    // No loader takes -o there.
    const asked = chain === 'INPUT' ? all.filter(({ text }) => !text.includes('-o ')) : all;
    if (way === 'end' || callee === undefined) return { chain, conditions: asked, target: ENDS[choice] ?? '' };
    return { chain, conditions: asked, target: `${way === 'goto' ? '-g' : '-j'} ${callee}` };
  });

export const program = fc.array(rule, { minLength: 8, maxLength: 20 });

export function ruleText({ chain, conditions: asked, target }: ProgramRule): string {
  const way = target === '' || target.startsWith('-') ? target : `-j ${target}`;
  return ['-A', chain, ...asked.map(({ text }) => text), way].filter((part) => part !== '').join(' ');
}

/** The first rule of a program is on this line, counted from 0. */
export const FIRST_LINE = 7;

export function programText(rules: readonly ProgramRule[]): string {
  const head = ['*filter', ':INPUT ACCEPT [0:0]', ':FORWARD ACCEPT [0:0]', ':OUTPUT ACCEPT [0:0]'];
  return [...head, ':a - [0:0]', ':b - [0:0]', ':c - [0:0]', ...rules.map(ruleText), 'COMMIT', ''].join('\n');
}

function* world(): Iterable<WorldPacket> {
  for (const hook of ['INPUT', 'FORWARD'])
    for (const source of SOURCES)
      for (const protocol of ['tcp', 'udp', 'icmp', 'gre'])
        for (const port of protocol === 'tcp' || protocol === 'udp' ? PORTS : [0])
          for (const isLaterFragment of [false, true])
            for (const input of ['eth0', 'eth7', 'lo'])
              for (const output of hook === 'INPUT' ? [''] : ['eth1', 'eth2'])
                for (const state of ['NEW', 'ESTABLISHED', 'INVALID'])
                  for (const isListed of [false, true])
                    yield { hook, source, protocol, port, isLaterFragment, input, output, state, isListed };
}

/**
 * The indices of rules that some packet of the world gets to and matches, of those that one would match by itself, and of
 * those that one gets to and may not match.
 */
export function walkAll(rules: readonly ProgramRule[]): {
  readonly reached: ReadonlySet<number>;
  readonly possible: ReadonlySet<number>;
  readonly passed: ReadonlySet<number>;
} {
  const byChain = chainsOf(rules);
  const reached = new Set<number>();
  const possible = new Set<number>();
  const passed = new Set<number>();
  const led = leads(rules);
  for (const packet of world()) {
    rules.forEach((one, at) => {
      if (led.get(one.chain)?.has(packet.hook) && matches(one, packet) !== false) possible.add(at);
    });
    walk(packet, packet.hook, rules, byChain, reached, passed);
  }
  return { reached, possible, passed };
}

/** What may become of each packet of the world, in their order; the policies accept. */
export function verdictsOf(rules: readonly ProgramRule[]): readonly string[] {
  const byChain = chainsOf(rules);
  return [...world()].map((packet) => {
    const exits = walk(packet, packet.hook, rules, byChain, new Set());
    return [...new Set([...exits].map((exit) => (exit === RETURNS ? 'ACCEPT' : exit)))].sort().join(' ');
  });
}

function chainsOf(rules: readonly ProgramRule[]): ReadonlyMap<string, readonly number[]> {
  return new Map(CHAINS.map((chain) => [chain, [...rules.keys()].filter((at) => rules[at]?.chain === chain)]));
}

/** For each chain the hooks from which jumps lead to it. */
function leads(rules: readonly ProgramRule[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map(CHAINS.map((chain, at) => [chain, new Set(at < 2 ? [chain] : [])]));
  for (const chain of CHAINS)
    for (const one of rules) {
      const callee = one.chain === chain ? calleeOf(one) : undefined;
      if (callee !== undefined) for (const hook of found.get(chain) ?? []) found.get(callee)?.add(hook);
    }
  return found;
}

/** How a packet may leave a chain: by the target that ends it, or at the end of the chain. */
type Exit = string;
const RETURNS = 'returns';

function walk(
  packet: WorldPacket,
  chain: string,
  rules: readonly ProgramRule[],
  byChain: ReadonlyMap<string, readonly number[]>,
  reached: Set<number>,
  passed = new Set<number>(),
): ReadonlySet<Exit> {
  const exits = new Set<Exit>();
  for (const at of byChain.get(chain) ?? []) {
    const one = rules[at];
    const holds = one && matches(one, packet);
    if (!holds) passed.add(at);
    if (!one || holds === false) continue;
    reached.add(at);
    const callee = calleeOf(one);
    let goesOn = holds === undefined;
    if (callee !== undefined) {
      const inside = walk(packet, callee, rules, byChain, reached, passed);
      for (const exit of inside) if (exit !== RETURNS) exits.add(exit);
      if (inside.has(RETURNS)) {
        if (one.target.startsWith('-g')) exits.add(RETURNS);
        else goesOn = true;
      }
    } else if (one.target === 'RETURN') exits.add(RETURNS);
    else if (one.target === 'LOG' || one.target === '') goesOn = true;
    else exits.add(one.target);
    if (!goesOn) return exits;
  }
  exits.add(RETURNS);
  return exits;
}

function calleeOf({ target }: ProgramRule): string | undefined {
  return target.startsWith('-') ? target.slice(3) : undefined;
}

/** Undefined: it may or may not. */
function matches({ conditions: asked }: ProgramRule, packet: WorldPacket): boolean | undefined {
  let isSure = true;
  for (const { holds } of asked) {
    if (holds === undefined) isSure = false;
    else if (!holds(packet)) return false;
  }
  return isSure ? true : undefined;
}
