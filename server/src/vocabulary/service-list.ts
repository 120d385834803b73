// How the lists of service-names.ts are written: a port is told by its distance to the one before.

import { TRANSPORT } from './transports.ts';

/** A service at one port. `transports` is a set of bits of `TRANSPORT`. */
export interface Entry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly port: number;
  readonly transports: number;
}

/** Transports by the letter that stands for them, in the order in which the letters are written. */
const LETTERS: ReadonlyMap<string, number> = new Map([
  ['t', TRANSPORT.tcp],
  ['u', TRANSPORT.udp],
  ['l', TRANSPORT.udplite],
  ['s', TRANSPORT.sctp],
  ['d', TRANSPORT.dccp],
  ['a', TRANSPORT.ddp],
]);
/** What most services have, so it is not written. */
const USUAL = 'tu';
const WIDTH = 119;
/** A word, taken apart: name, step, transports, aliases. */
const WORD = /^([^:|=]+)(?::(\d+))?(?:\|([a-z]+))?((?:=[^=]+)*)$/;
const ENDS_A_NAME = /[\s:|=]/;

/** The list of these services, which come in the order of their ports. The first line is empty, as is the last. */
export function writeList(entries: readonly Entry[]): string {
  let list = '';
  let line = '';
  let port = 0;
  for (const entry of entries) {
    const word = writeWord(entry, entry.port - port);
    if (line !== '' && line.length + 1 + word.length <= WIDTH) line += ` ${word}`;
    else {
      list += `${line}\n`;
      line = `${entry.port - 1} ${writeWord(entry, 1)}`;
    }
    port = entry.port;
  }
  return `${list}${line}\n`;
}

function writeWord({ name, transports, aliases }: Entry, step: number): string {
  const letters = [...LETTERS].filter(([, bit]) => transports & bit).map(([letter]) => letter);
  const kept = letters.join('');
  return [`${name}${step === 1 ? '' : `:${step}`}${kept === USUAL ? '' : `|${kept}`}`, ...aliases].join('=');
}

/** The services of a list, or of a line of it. */
export function* readList(list: string): Generator<Entry, void> {
  for (const line of list.split('\n')) {
    const [before, ...words] = line.split(' ');
    let port = Number(before);
    for (const word of words) {
      const [, name = '', step = '1', letters = USUAL, aliases = ''] = WORD.exec(word) ?? [];
      port += Number(step);
      let transports = 0;
      for (const letter of letters) transports |= LETTERS.get(letter) ?? 0;
      yield { name, aliases: aliases.split('=').slice(1), port, transports };
    }
  }
}

/** The services of a list with this name. Only lines that have it are read: a list may have thousands. */
export function searchName(list: string, name: string): Entry[] {
  if (name === '' || ENDS_A_NAME.test(name)) return [];
  const found: Entry[] = [];
  for (let at = list.indexOf(` ${name}`); at >= 0; ) {
    const behind = at + 1 + name.length;
    const isWhole = ENDS_A_NAME.test(list.charAt(behind));
    const end = isWhole ? list.indexOf('\n', behind) : behind;
    if (isWhole)
      for (const entry of readList(list.slice(list.lastIndexOf('\n', at) + 1, end)))
        if (entry.name === name) found.push(entry);
    at = list.indexOf(` ${name}`, end);
  }
  return found;
}

/** The first service of a list at this port. */
export function searchPort(list: string, port: number): Entry | undefined {
  for (let at = 1, end = 0; end >= 0; at = end + 1) {
    end = list.indexOf('\n', at);
    // A line whose ports are all below is followed by one that begins below, too.
    if (Number.parseInt(list.slice(end + 1, end + 6), 10) < port - 1) continue;
    for (const entry of readList(list.slice(at, end)))
      if (entry.port >= port) return entry.port === port ? entry : undefined;
  }
  return undefined;
}
