// Owns a second opinion on rules: whether a packet matches, worked out word by word as the manual pages say.

/** A packet with everything that the rules of these tests ask about. */
export interface PlainPacket {
  readonly protocol: string;
  /** Addresses as bits: 32 or 128 characters of 0 and 1. */
  readonly source: string;
  readonly destination: string;
  readonly sport: number;
  readonly dport: number;
  /** `type/code`. */
  readonly icmp: string;
  /** Empty where there is none. */
  readonly in: string;
  readonly out: string;
  /** A state, with `+SNAT` and `+DNAT` behind it where the connection is translated. */
  readonly state: string;
  /** The letters of SAFRPU that are set. */
  readonly flags: string;
  readonly laterFragment: boolean;
  readonly ttl: number;
  readonly tos: number;
  readonly length: number;
  /** Empty where the link has none. */
  readonly mac: string;
  readonly packetType: string;
  /** Undefined without a socket. */
  readonly user: number | undefined;
}

const PROTOCOLS: Readonly<Record<string, string>> = {
  '6': 'tcp',
  '17': 'udp',
  '1': 'icmp',
  '58': 'ipv6-icmp',
  icmpv6: 'ipv6-icmp',
};
const SERVICES: Readonly<Record<string, number>> = { ssh: 22, http: 80, domain: 53 };
const ICMP_NAMES: Readonly<Record<string, string>> = {
  'echo-request': '8',
  'destination-unreachable': '3',
  'host-unreachable': '3/1',
  any: '',
  'packet-too-big': '2',
};
const FLAG_LETTERS: Readonly<Record<string, string>> = {
  SYN: 'S',
  ACK: 'A',
  FIN: 'F',
  RST: 'R',
  PSH: 'P',
  URG: 'U',
  ALL: 'SAFRPU',
  NONE: '',
};
/** Matches that look past the IP header, which later fragments don't have. */
const TRANSPORT = ['tcp', 'udp', 'icmp', 'icmp6', 'icmpv6', 'multiport'];

/** The bits of an address as these tests write them: dotted, or IPv6 with all its groups or one `::`. */
export function bitsOf(address: string): string {
  if (address.includes('.'))
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const middle = new Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...middle, ...after]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}

function inNetwork(bits: string, network: string): boolean {
  const [address = '', mask] = network.split('/');
  const wanted = bitsOf(address);
  const kept =
    mask === undefined
      ? '1'.repeat(bits.length)
      : /[.:]/.test(mask)
        ? bitsOf(mask)
        : '1'.repeat(Number(mask)).padEnd(bits.length, '0');
  return [...kept].every((bit, at) => bit === '0' || wanted[at] === bits[at]);
}

function inRange(bits: string, range: string): boolean {
  const [first = '', last = first] = range.split('-');
  return bitsOf(first) <= bits && bits <= bitsOf(last);
}

const portOf = (word: string): number => SERVICES[word] ?? Number(word);

function inPorts(port: number, list: string): boolean {
  return list.split(',').some((item) => {
    const [first = '', last = first] = item.split(':');
    return (first === '' ? 0 : portOf(first)) <= port && port <= (last === '' ? 65535 : portOf(last));
  });
}

function inLengths(length: number, range: string): boolean {
  const [first = '', last = first] = range.split(':');
  return (first === '' ? 0 : Number(first)) <= length && length <= (last === '' ? 65535 : Number(last));
}

const hasName = (name: string, pattern: string): boolean =>
  pattern.endsWith('+') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

function hasIcmp(icmp: string, asked: string): boolean {
  const wanted = ICMP_NAMES[asked] ?? asked;
  return wanted === '' || icmp === wanted || icmp.split('/')[0] === wanted;
}

const letters = (list: string): string =>
  list
    .split(',')
    .map((name) => FLAG_LETTERS[name] ?? '')
    .join('');

function hasFlags(flags: string, mask: string, wanted: string): boolean {
  return [...'SAFRPU'].every((letter) => {
    const isSet = letters(mask).includes(letter) && flags.includes(letter);
    return isSet === letters(wanted).includes(letter);
  });
}

const hasState = (state: string, list: string): boolean =>
  list.split(',').some((name) => state.split('+').includes(name));

function hasMasked(value: number, asked: string): boolean {
  const [wanted = '', mask = '0xff'] = asked.split('/');
  return (value & Number(mask)) === Number(wanted);
}

/** Whether one option holds; undefined where it is none that asks. `next` gives its value words, one after another. */
function holds(
  option: string,
  packet: PlainPacket,
  next: () => string,
  answer: (match: string) => boolean,
): boolean | undefined {
  const { protocol } = packet;
  switch (option) {
    case '-p': {
      const asked = next();
      return asked === 'all' || (PROTOCOLS[asked] ?? asked) === protocol;
    }
    case '-s':
      return next()
        .split(',')
        .some((network) => inNetwork(packet.source, network));
    case '-d':
      return next()
        .split(',')
        .some((network) => inNetwork(packet.destination, network));
    case '--src-range':
      return inRange(packet.source, next());
    case '--dst-range':
      return inRange(packet.destination, next());
    case '-i':
      return hasName(packet.in, next());
    case '-o':
      return hasName(packet.out, next());
    case '-f':
      return packet.laterFragment;
    case '--sport':
    case '--sports':
      return inPorts(packet.sport, next());
    case '--dport':
    case '--dports':
      return inPorts(packet.dport, next());
    case '--ports': {
      const list = next();
      return inPorts(packet.sport, list) || inPorts(packet.dport, list);
    }
    case '--icmp-type':
    case '--icmpv6-type':
      return hasIcmp(packet.icmp, next());
    case '--ctstate':
    case '--state':
      return hasState(packet.state, next());
    case '--syn':
      return hasFlags(packet.flags, 'SYN,RST,ACK,FIN', 'SYN');
    case '--tcp-flags': {
      const mask = next();
      return hasFlags(packet.flags, mask, next());
    }
    case '--ttl-eq':
    case '--hl-eq':
      return packet.ttl === Number(next());
    case '--ttl-lt':
    case '--hl-lt':
      return packet.ttl < Number(next());
    case '--ttl-gt':
    case '--hl-gt':
      return packet.ttl > Number(next());
    case '--tos':
      return hasMasked(packet.tos, next());
    case '--dscp':
      return packet.tos >> 2 === Number(next());
    case '--length':
      return inLengths(packet.length, next());
    case '--mac-source':
      return packet.mac === next();
    case '--pkt-type':
      return packet.packetType === next();
    case '--uid-owner': {
      const [first, last = first] = next().split('-').map(Number);
      const { user } = packet;
      return user !== undefined && first !== undefined && last !== undefined && first <= user && user <= last;
    }
    case '--set':
      return true;
    case '--mark': {
      const [value = 0, mask = 0xffffffff] = next().split('/').map(Number);
      // A packet is taken to have the mark that is asked for, if there is one.
      return (value & ~mask) === 0 && answer('mark');
    }
    case '--match-set':
      next();
      next();
      return answer('set');
    case '--string':
      next();
      return answer('string');
    case '--limit':
      next();
      return answer('limit');
    default:
      return undefined;
  }
}

/** Whether a rule matches. What lies outside of the packet is answered by the match's name. */
export function matches(rule: string, packet: PlainPacket, answer: (match: string) => boolean): boolean {
  const words = rule.split(' ');
  let at = 0;
  let negated = false;
  const next = (): string => words[++at] ?? '';
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '!') {
      negated = true;
      continue;
    }
    if (word === '-m') {
      const match = next();
      if (TRANSPORT.includes(match) && packet.laterFragment) return false;
      if (match === 'mac' && packet.mac === '') return false;
      continue;
    }
    if (/^--(sport|dport|syn|tcp-flags|icmp-type|icmpv6-type)$/.test(word) && packet.laterFragment) return false;
    const held = holds(word, packet, next, answer);
    if (held !== undefined && held === negated) return false;
    negated = false;
  }
  return true;
}
