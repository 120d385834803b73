// Owns made-up expressions: u32, BPF programs, and the values that one extension alone has.
import type { Random } from '../random.ts';
import { integer } from './numbers.ts';

/** `offset [op number]... = value[:value],...`, several joined by &&. */
export function u32(random: Random): string {
  const number = () =>
    random.pick(['0', '6', '0xFF', '0x1F90', '4294967295', '0x3C', '22', '12', '07', String(random.int(0, 99999))]);
  const place = () => {
    let text = number();
    for (let i = random.int(0, 3); i > 0; i--) text += `${random.pick(['&', '>>', '<<', '@'])}${number()}`;
    return text;
  };
  const values = () => random.list(1, 3, ',', () => (random.chance(0.4) ? `${number()}:${number()}` : number()));
  const expression = random.list(
    1,
    random.chance(0.05) ? 12 : 3,
    random.pick(['&&', ' && ']),
    () => `${place()}${random.pick(['=', ' = '])}${values()}`,
  );
  if (!random.chance(0.1)) return expression;
  return random.pick([
    `${expression}&&`,
    expression.replace('=', '=='),
    expression.replace('=', ''),
    `${expression},`,
    `x${expression}`,
    `${expression} `,
    ' ',
    '',
    `${expression}&`,
    expression.replace('&&', '&'),
  ]);
}

export function bpf(random: Random): string {
  const count = random.int(1, 4);
  const instruction = () =>
    random.pick(['48 0 0 9', '21 0 1 6', '6 0 0 1', '6 0 0 0', '40 0 0 2', '21 0 6 132', '6 0 0 262144']);
  const program = [
    ...Array.from({ length: count - 1 }, () => random.pick(['48 0 0 9', '40 0 0 2', instruction()])),
    random.pick(['6 0 0 1', '6 0 0 0', instruction()]),
  ];
  const odd = random.int(0, 19);
  if (odd === 0) return `${count + 1},${program.join(',')}`;
  if (odd === 1)
    return random.pick([
      '',
      '0',
      '65',
      'x',
      '1',
      '1,',
      '1,6 0 0',
      '1,6 0 0 0,',
      '1 ,6 0 0 0',
      '1,256 0 0 0',
      '1,6 0 0 4294967296',
      '1, 6 0 0 1',
      '01,6 0 0 0',
      '1,65536 0 0 0',
      '2,6 0 0 0',
    ]);
  return `${count},${program.join(',')}`;
}

type Make = (random: Random) => string;

const one =
  (...texts: [string, ...string[]]): Make =>
  (random) =>
    random.pick(texts);
const list =
  (most: number, make: Make): Make =>
  (random) =>
    random.list(1, most, ',', () => make(random));

const OPTION_LIST: Make = list(4, (random) => {
  const type = integer({ min: 0, max: 255 }, random);
  return random.chance(0.5) ? `${type}:${integer({ min: 0, max: 255 }, random)}` : type;
});

const REALM = one('1', '0', '0x10', '1/2', '0xffffffff', '4294967296', '1/0xff', '1/', 'nosuch', '-1', '010', '');
const DURATION = one(
  '250ms',
  '1s',
  '8s',
  '8.1s',
  '500us',
  '0.5s',
  '0s',
  '10',
  '1m',
  's',
  '-1s',
  '16s',
  '2s',
  '9s',
  '1 s',
  '999999999us',
);

/** By extension and option: texts that it takes, and some near them that it may not. */
const IRREGULAR: Readonly<Record<string, Make>> = {
  'connlabel --label': one('0', '1', '127', '128', '-1', '0x7f', 'name', '', '010', '5x'),
  'dst --dst-opts': OPTION_LIST,
  'hbh --hbh-opts': OPTION_LIST,
  'hashlimit --hashlimit-burst': one(
    '1',
    '5',
    '1000000',
    '1000001',
    '0',
    '512kb',
    '2mb',
    '10000mb',
    '1b',
    'kb',
    '5 ',
    '-1',
    '0x5',
    '4294967296',
    '5kb/s',
  ),
  'hashlimit --hashlimit-rate-interval': one('1', '60', '2147483647', '2147483648', '0', '-1', 'x', '', '0x10', '1s'),
  'mh --mh-type': one(
    '0',
    '255',
    '256',
    '1:5',
    'binding-refresh-request',
    'brr',
    'binding-ack',
    'be',
    'BU',
    '5:1',
    'cot:coa',
    ':',
    '1:',
    ':1',
    'x',
    'home-test-init',
    'hoti:cot',
  ),
  'policy --proto': one('esp', 'ah', 'ipcomp', '50', '51', '108', '6', 'tcp', 'ESP', '0x32', 'x', ''),
  'realm --realm': REALM,
  'rt --rt-0-addrs': (random) =>
    random.list(1, random.chance(0.05) ? 18 : 4, ',', () =>
      random.pick(['::1', '2001:db8::1', 'fe80::1', '1.2.3.4', 'x', '::']),
    ),
  'sctp --chunk-types': list(
    3,
    one(
      'DATA',
      'INIT',
      'INIT_ACK',
      'SACK',
      'HEARTBEAT',
      'ABORT',
      'ABORT:T',
      'ABORT:t',
      'ABORT:x',
      'DATA:Be',
      'DATA:IUBE',
      'DATA:',
      'SHUTDOWN_COMPLETE:T',
      'ASCONF',
      'FORWARD_TSN',
      'data',
      'COOKIE_ECHO',
      'NOSUCH',
      'INIT:T',
      'ALL',
      'NONE',
      '',
    ),
  ),
  'string --hex-string': one(
    '|0d0a|',
    '|0d 0a|',
    'GET |20|',
    '|0d|x|0a|',
    '|0|',
    '|zz|',
    '|',
    '|0d',
    '\\|',
    'x\\\\',
    '|0d0|',
    '||',
    '',
    '| 0d |',
    '|07|example|03|com|00|',
    '|ff |',
  ),
  'time --monthdays': list(4, one('1', '15', '31', '32', '0', '1st', '2nd', '01', 'x', '', '3rd', '30x')),
  'time --weekdays': list(
    4,
    one(
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
      '1',
      '7',
      '0',
      '8',
      'mon',
      'Monday',
      'Mo',
      'M',
      'S',
      'T',
      '',
      'x',
      'FRI',
      'Tues',
    ),
  ),
  'CLASSIFY --set-class': one(
    '1:2',
    '0:0',
    'ffff:ffff',
    '10000:1',
    '1:',
    ':1',
    '1',
    '1:2:3',
    'x:1',
    '0x1:2',
    '-1:1',
    '1:g',
    '1 :2',
    '',
  ),
  'HMARK --hmark-tuple': list(3, one('src', 'dst', 'sport', 'dport', 'spi', 'ct', 'x', '', 'SRC')),
  'HMARK --hmark-proto-mask': one('0xff', '255', '256', '0', 'x', '65535', '65536'),
  'LED --led-delay': one('0', '100', '4294967295', '4294967296', 'inf', 'Inf', '-1', 'x', ''),
  'NFQUEUE --queue-balance': one(
    '0:3',
    '0:65534',
    '0:65535',
    '1:1',
    '3:1',
    '1',
    ':1',
    '1:',
    '1:2:3',
    'x:y',
    '0:1 ',
    '65535:65536',
  ),
  'RATEEST --rateest-interval': DURATION,
  'RATEEST --rateest-ewmalog': DURATION,
  'TCPOPTSTRIP --strip-options': list(
    4,
    one('wscale', 'mss', 'sack-permitted', 'sack', 'timestamp', 'md5', '2', '255', '256', '0', '1', 'x', 'MSS', ''),
  ),
};

/** A value of an extension's own; digits and a word where nothing is known of it. */
export function irregular(extension: string, option: string, random: Random): string {
  const make = IRREGULAR[`${extension} ${option}`];
  return make ? make(random) : random.pick(['0', '1', '10', '255', 'x', '1:2', '1,2']);
}
