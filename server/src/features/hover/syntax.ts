// The short syntax of an option for the title of its hover: `[!] --dport port[:port]`.

import type { Option } from '../../vocabulary/schema.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';

/** A word that stands for a value in a syntax line. */
export function placeholder(value: Value): string {
  switch (value.kind) {
    case 'integer':
      return value.unit ?? 'number';
    case 'integer-range':
      return `number[${value.separator ?? ':'}number]`;
    case 'text':
      return noun(value.what) ?? 'text';
    case 'choice': {
      const word = noun(value.what) ?? 'name';
      return value.list === undefined ? word : `${word}[${value.list}${word}…]`;
    }
    case 'port-list':
      return 'port[,port…]';
    case 'network':
      return value.list ? 'address[/mask][,…]' : 'address[/mask]';
    case 'mark':
      return value.mask === false ? 'mark' : 'mark[/mask]';
    case 'irregular':
      return 'value';
    case 'account':
      return value.of;
    default:
      return PLACEHOLDERS[value.kind];
  }
}

type Plain = Exclude<
  Value['kind'],
  'integer' | 'integer-range' | 'text' | 'choice' | 'port-list' | 'network' | 'mark' | 'irregular' | 'account'
>;

const PLACEHOLDERS: Readonly<Record<Plain, string>> = {
  port: 'port',
  'port-range': 'port[:port]',
  protocol: 'protocol',
  host: 'address',
  'prefix-length': 'length',
  'address-range': 'address[-address]',
  'nat-range': '[address[-address]][:port[-port]]',
  'nat-ports': 'port[-port]',
  mac: 'mac-address',
  tos: 'tos[/mask]',
  'log-level': 'level',
  interface: 'interface',
  rate: 'rate[/unit]',
  'tcp-flags': 'flag[,flag…]',
  'icmp-type': 'type[/code]',
  'time-of-day': 'hh:mm[:ss]',
  'date-time': 'YYYY[-MM[-DD[Thh[:mm[:ss]]]]]',
  decimal: 'number',
  u32: 'expression',
  bpf: 'program',
  'set-directions': 'src|dst[,…]',
};

/** `a state` gives `state`, `a set's name` gives `name`; undefined where no single word is left. */
function noun(what: string): string | undefined {
  const word = what
    .replace(/^(an?|the) /, '')
    .replace(/^\S+'s /, '')
    .replace(/ (with|of|in|or|from|after)\b.*$/, '');
  return /^[\w-]+( [\w-]+)?$/.test(word) ? word.replace(' ', '-') : undefined;
}

/** The whole syntax of an extension's option. */
export function optionSyntax(option: Option): string {
  const values = option.values.map(placeholder).map((word) => ` ${word}`);
  return `${option.negatable ? '[!] ' : ''}${option.name}${values.join('')}`;
}
