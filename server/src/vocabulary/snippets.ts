// The snippets: whole files, tables, blocks and services, out of the service catalogue, so that they and the commands
// insert the same rules.

import type { Family, TableName } from './schema.ts';
import {
  baselineFile,
  blocksOf,
  DROP_POLICIES,
  type Ports,
  SERVICES,
  type Service,
  serviceRules,
} from './service-rules.ts';

/** A text with tab stops, as the protocol has them. */
export interface Snippet {
  /** What it is, in a few words; no other has the same. */
  readonly name: string;
  /** The words by which it is found, the usual one first. */
  readonly prefixes: readonly [string, ...string[]];
  /** One or more sentences. */
  readonly description: string;
  /** One string a line. */
  readonly body: readonly string[];
  /** The table that its rules are for; missing: it has tables of its own, and stands outside of any. */
  readonly table?: TableName;
  /** Only for this family; both when missing. */
  readonly family?: Family;
  /** Among the first of a list. */
  readonly usual?: true;
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
  private readonly stops = new Map<string, number>();

  /** The text as a tab stop; `texts`, where given, are offered to choose from, the default first. */
  of(text: string, texts?: readonly string[]): string {
    const known = this.stops.get(text);
    if (known !== undefined) return `$${known}`;
    const stop = this.stops.size + 1;
    this.stops.set(text, stop);
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

/** Services that most files have, by id. */
const USUAL: readonly string[] = ['ssh', 'http', 'dns-client', 'ping', 'ntp'];

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
    const snippet = (family: Family, only: Pick<Snippet, 'family'>): Snippet => ({
      name: `${service.label}${title}${family === 6 ? ' (IPv6)' : ''}`,
      prefixes: [`${service.id}${service.introduction ? suffix : ''}${family === 6 ? '6' : ''}`],
      table: 'filter',
      description: [service.description, ...(fixed ? [] : [explanation]), ...(service.note ? [service.note] : [])].join(
        ' ',
      ),
      body: body(family),
      ...only,
      ...(USUAL.includes(service.id) && kind !== 'from' && (kind === 'one' || service.direction === 'both')
        ? { usual: true }
        : {}),
    });
    const isSame = body(4).join('\n') === body(6).join('\n');
    return isSame ? [snippet(4, {})] : [snippet(4, { family: 4 }), snippet(6, { family: 6 })];
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
    prefixes: [family === 6 ? 'baseline6' : 'baseline'],
    usual: true,
    family,
    description: `A whole restrictive file for ip${family === 6 ? '6' : ''}tables-restore: policies of DROP, established connections, loopback, ${family === 6 ? 'the ICMPv6 that IPv6 needs, ' : ''}SSH, and logging last.`,
    body: [...baselineFile(family, [here]), ''].flatMap((line) => (line === here ? administration : [plain(line)])),
  };
}

/** Whole tables end with a line break: iptables-legacy refuses a last COMMIT without one. */
function tableSnippets(): Snippet[] {
  return BUILT_IN_CHAINS.map(([table, chains, what]) => ({
    name: `Table ${table}`,
    prefixes: [table, `table-${table}`],
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
      prefixes: ['policies', 'drop-policies'],
      table: 'filter',
      description: 'Whatever no rule lets through is dropped: policies of DROP for the three chains of table filter.',
      body: DROP_POLICIES.map(plain),
    },
    ...blocksOf(6).map((block) => ({
      name: block.label,
      prefixes: [block.id] as const,
      table: 'filter' as const,
      usual: true as const,
      ...(block.family === undefined ? {} : { family: block.family }),
      description: block.description,
      body: [`# ${plain(block.description)}`, ...block.rules.map(plain)],
    })),
    {
      name: 'FTP connection tracking',
      prefixes: ['ftp-helper'],
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
      prefixes: ['rule', 'accept', 'port'],
      table: 'filter',
      usual: true,
      description: 'One rule for one port: chain, protocol, port and verdict to choose.',
      body: [
        `-A ${choice(1, ['INPUT', 'OUTPUT', 'FORWARD'])} -p ${choice(2, ['tcp', 'udp'])} -m $2 --dport ${placeholder(3, '443')} -j ${choice(4, ['ACCEPT', 'DROP', 'REJECT'])}`,
      ],
    },
  ];
}

/** Rules of the tables beside filter that people look up most. */
const OF_OTHER_TABLES: readonly Snippet[] = [
  {
    name: 'Share the internet connection',
    prefixes: ['masquerade'],
    table: 'nat',
    family: 4,
    usual: true,
    description: 'What leaves by this interface gets its address as source: a router for a private network.',
    body: [`-A POSTROUTING -o ${placeholder(1, 'eth0')} -j MASQUERADE`],
  },
  {
    name: 'Forward a port',
    prefixes: ['forward-port', 'dnat'],
    table: 'nat',
    family: 4,
    usual: true,
    description: 'Connections to a port of this machine go to another one. FORWARD of table filter must let them pass.',
    body: [
      `-A PREROUTING -i ${placeholder(1, 'eth0')} -p tcp -m tcp --dport ${placeholder(2, '8080')} -j DNAT --to-destination ${placeholder(3, '192.0.2.10:80')}`,
    ],
  },
  {
    name: 'Redirect a port on this machine',
    prefixes: ['redirect-port'],
    table: 'nat',
    usual: true,
    description: 'Connections to one port reach a program that listens at another.',
    body: [
      `-A PREROUTING -p tcp -m tcp --dport ${placeholder(1, '80')} -j REDIRECT --to-ports ${placeholder(2, '8080')}`,
    ],
  },
  {
    name: 'Fit the segment size to the path',
    prefixes: ['clamp-mss'],
    table: 'mangle',
    usual: true,
    description: 'For links with a smaller MTU, such as PPPoE and tunnels: TCP segments are made to fit.',
    body: ['-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu'],
  },
];

/** All snippets, those for whole files first. */
export const SNIPPETS: readonly Snippet[] = [
  ...blockSnippets(),
  ...OF_OTHER_TABLES,
  ...SERVICES.flatMap(serviceSnippets),
];
