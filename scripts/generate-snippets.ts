// Writes snippets/iptables.json from the service catalogue, so that snippets and commands insert the same rules.
// Run: node scripts/generate-snippets.ts [--check]

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Family } from '../server/src/vocabulary/schema.ts';
import {
  baselineFile,
  blocksOf,
  DROP_POLICIES,
  type Ports,
  SERVICES,
  type Service,
  serviceRules,
} from '../server/src/vocabulary/service-rules.ts';

/** One snippet as VS Code reads it; the name is its key in the file. */
interface Snippet {
  readonly name: string;
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** Built-in chains, in the order in which the tools save them. */
const BUILT_IN_CHAINS: readonly (readonly [table: string, chains: readonly string[], what: string])[] = [
  ['filter', ['INPUT', 'FORWARD', 'OUTPUT'], 'lets packets through or not'],
  ['nat', ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'], 'rewrites addresses and ports of new connections'],
  ['mangle', ['PREROUTING', 'INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'], 'alters packets and marks them'],
  ['raw', ['PREROUTING', 'OUTPUT'], 'sees packets before connection tracking does'],
  ['security', ['INPUT', 'FORWARD', 'OUTPUT'], 'sets marks for mandatory access control'],
];

const EXAMPLE_ADDRESS: Readonly<Record<Family, string>> = { 4: '192.0.2.10', 6: '2001:db8::10' };

const plain = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const placeholder = (stop: number, text: string): string => `\${${stop}:${plain(text)}}`;
const choice = (stop: number, texts: readonly string[]): string =>
  `\${${stop}|${texts.map((text) => text.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;

/** Hands out tab stops: the first use of a text is a placeholder, later ones repeat it. */
class TabStops {
  readonly #stops = new Map<string, number>();

  /** The text as a tab stop; `texts`, where given, are offered to choose from, the default first. */
  of(text: string, texts?: readonly string[]): string {
    const known = this.#stops.get(text);
    if (known !== undefined) return `$${known}`;
    const stop = this.#stops.size + 1;
    this.#stops.set(text, stop);
    return texts === undefined ? placeholder(stop, text) : choice(stop, texts);
  }
}

interface Variant {
  readonly family: Family;
  /** `one`: a choice of INPUT and OUTPUT. `both`: rules for both. `from`: one, for an address. */
  readonly kind: 'one' | 'both' | 'from';
}

/** A rule with its chain, address and ports as tab stops. */
function ruleWithStops(rule: string, ports: readonly Ports[], variant: Variant, stops: TabStops): string {
  const found = /^-A (INPUT|OUTPUT)(?: -[sd] (\S+))?(.*)$/.exec(rule);
  if (found === null) throw new Error(`Not a rule of the catalogue: ${rule}`);
  const [, chain = '', address, rest = ''] = found;
  const chains = chain === 'INPUT' ? ['INPUT', 'OUTPUT'] : ['OUTPUT', 'INPUT'];
  const restricted = chains.map((name) => (name === 'INPUT' ? 'INPUT -s' : 'OUTPUT -d'));
  const head =
    variant.kind === 'both'
      ? chain
      : address === undefined
        ? stops.of(chain, chains)
        : `${stops.of(restricted[0] ?? '', restricted)} ${stops.of(address)}`;
  const words = rest.replace(/--dport (\S+)/, (text, port: string) =>
    ports.some((known) => String(known) === port) ? `--dport ${stops.of(port)}` : text,
  );
  return `-A ${head}${words}`;
}

function serviceBody(service: Service, variant: Variant): string[] {
  const { family, kind } = variant;
  const rules = serviceRules(service, {
    family,
    direction: kind === 'both' ? 'both' : service.direction === 'out' ? 'out' : 'in',
    ...(kind === 'from' ? { source: EXAMPLE_ADDRESS[family] } : {}),
  });
  const stops = new TabStops();
  const ports = service.flows.flatMap(({ port }) => port ?? []);
  return [`# ${plain(service.label)}`, ...rules.map((rule) => ruleWithStops(rule, ports, variant, stops))];
}

const VARIANTS: Readonly<Record<Variant['kind'], { suffix: string; title: string; explanation: string }>> = {
  one: { suffix: '', title: '', explanation: 'Choose INPUT (others connect here) or OUTPUT (this machine connects).' },
  both: { suffix: '-both', title: ', both directions', explanation: 'INPUT and OUTPUT.' },
  from: {
    suffix: '-from',
    title: ', one address only',
    explanation: 'For one address or network: -s in INPUT, -d in OUTPUT.',
  },
};

/** The snippets of a service: for IPv6 only those that read differently there. */
function serviceSnippets(service: Service): Snippet[] {
  const fixed = service.flows.some(({ untrackedAnswers }) => untrackedAnswers === true);
  const kinds: readonly Variant['kind'][] = service.introduction
    ? ['one', 'both', 'from']
    : [service.direction === 'both' ? 'both' : 'one'];
  return kinds.flatMap((kind) => {
    const { suffix, title, explanation } = VARIANTS[kind];
    const body = (family: Family): readonly string[] =>
      fixed
        ? [`# ${service.label}`, ...serviceRules(service, { family, direction: service.direction })]
        : serviceBody(service, { family, kind });
    const snippet = (family: Family): Snippet => ({
      name: `${service.label}${title}${family === 6 ? ' (IPv6)' : ''}`,
      prefix: `${service.id}${service.introduction ? suffix : ''}${family === 6 ? '6' : ''}`,
      description: [service.description, ...(fixed ? [] : [explanation]), ...(service.note ? [service.note] : [])].join(
        ' ',
      ),
      body: body(family),
    });
    return body(4).join('\n') === body(6).join('\n') ? [snippet(4)] : [snippet(4), snippet(6)];
  });
}

function baselineSnippet(family: Family): Snippet {
  const here = '\0';
  const administration = [
    '# Administration: without this rule, loading the file over SSH locks you out.',
    `-A INPUT -p tcp -m tcp --dport ${placeholder(1, '22')} -j ACCEPT`,
    '',
    '# Services',
    '$0',
  ];
  return {
    name: `Restrictive baseline${family === 6 ? ' (IPv6)' : ''}`,
    prefix: family === 6 ? 'baseline6' : 'baseline',
    description: `A whole restrictive file for ip${family === 6 ? '6' : ''}tables-restore: policies of DROP, established connections, loopback, ${family === 6 ? 'the ICMPv6 that IPv6 needs, ' : ''}SSH, and logging last.`,
    body: [...baselineFile(family, [here]), ''].flatMap((line) => (line === here ? administration : [plain(line)])),
  };
}

/** Whole tables end with a line break: iptables-legacy refuses a last COMMIT without one. */
function tableSnippets(): Snippet[] {
  return BUILT_IN_CHAINS.map(([table, chains, what]) => ({
    name: `Table ${table}`,
    prefix: [table, `table-${table}`],
    description: `The frame of table ${table}, which ${what}: header, built-in chains with their policies, COMMIT.`,
    body: [
      `*${table}`,
      ...chains.map((chain, index) =>
        table === 'filter' ? `:${chain} ${choice(index + 1, ['ACCEPT', 'DROP'])} [0:0]` : `:${chain} ACCEPT [0:0]`,
      ),
      '$0',
      'COMMIT',
      '',
    ],
  }));
}

function blockSnippets(): Snippet[] {
  return [
    baselineSnippet(4),
    baselineSnippet(6),
    ...tableSnippets(),
    {
      name: 'Default-drop policies',
      prefix: ['policies', 'drop-policies'],
      description: 'Whatever no rule lets through is dropped: policies of DROP for the three chains of table filter.',
      body: DROP_POLICIES.map(plain),
    },
    ...blocksOf(6).map((block) => ({
      name: block.label,
      prefix: block.id,
      description: block.description,
      body: [`# ${plain(block.description)}`, ...block.rules.map(plain)],
    })),
    {
      name: 'FTP connection tracking',
      prefix: 'ftp-helper',
      description: 'Table raw: the kernel reads FTP control connections, so that RELATED lets the transfers in.',
      body: [
        '*raw',
        ':PREROUTING ACCEPT [0:0]',
        ':OUTPUT ACCEPT [0:0]',
        `-A PREROUTING -p tcp -m tcp --dport ${placeholder(1, '21')} -j CT --helper ftp`,
        'COMMIT',
        '',
      ],
    },
    {
      name: 'Rule for a port',
      prefix: ['rule', 'accept', 'port'],
      description: 'One rule for one port: chain, protocol, port and verdict to choose.',
      body: [
        `-A ${choice(1, ['INPUT', 'OUTPUT', 'FORWARD'])} -p ${choice(2, ['tcp', 'udp'])} -m $2 --dport ${placeholder(3, '443')} -j ${choice(4, ['ACCEPT', 'DROP', 'REJECT'])}`,
      ],
    },
  ];
}

function render(): string {
  const snippets = [...blockSnippets(), ...SERVICES.flatMap(serviceSnippets)];
  const entries = snippets.map(({ name, ...snippet }) => [name, snippet] as const);
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw new Error('Two snippets share a name.');
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

const output = join(import.meta.dirname, '..', 'snippets', 'iptables.json');
const text = render();
if (process.argv.includes('--check')) {
  let committed = '';
  try {
    committed = readFileSync(output, 'utf8');
  } catch {
    // A missing file is stale, too.
  }
  if (committed !== text) {
    console.error('snippets/iptables.json is stale: run `npm run generate` and commit the result.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(output, text);
}
