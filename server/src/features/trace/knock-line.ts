// Who asks whether they are locked out, in a line: `203.0.113.5`, `203.0.113.5 port 2222 in eth0 to 192.0.2.1`.

import type { Family } from '../../vocabulary/schema.ts';
import { isSourceAddress } from '../edits/source-address.ts';

/** An address that connects; the port and the interface where they were said. */
export interface Knocking {
  readonly from: string;
  readonly port?: number;
  readonly interface?: string;
  /** The address of this machine that is called, where it was said. */
  readonly to?: string;
}

const WORDS: readonly string[] = ['port', 'in', 'to'];

/** What a line asks; `wrong` is a sentence about what is wrong with it. */
export function readKnockLine(line: string, family: Family): Knocking | { readonly wrong: string } {
  const [from = '', ...words] = line.trim().split(/\s+/);
  const wrong = callerProblem(from, family);
  if (wrong !== undefined) return { wrong };
  const said = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    const [word = '', value] = words.slice(at, at + 2);
    if (!WORDS.includes(word))
      return { wrong: `Behind the address may stand "port", "in" and "to", each with a value, not "${word}".` };
    if (value === undefined) return { wrong: `"${word}" needs a value.` };
    said.set(word, value);
  }
  const typed = said.get('port');
  const port = Number(typed);
  if (typed !== undefined && (!Number.isInteger(port) || port < 1 || port > 65535))
    return { wrong: 'A port is a number from 1 to 65535.' };
  const [by, to] = [said.get('in'), said.get('to')];
  const problem = to === undefined ? undefined : callerProblem(to, family);
  if (problem !== undefined) return { wrong: problem };
  return {
    from,
    ...(typed !== undefined && { port }),
    ...(by !== undefined && { interface: by }),
    ...(to !== undefined && { to }),
  };
}

/** What is wrong with one end of a connection; undefined when all is well. */
export function callerProblem(from: string, family: Family): string | undefined {
  return isSourceAddress(from, family) ?? (/[/,]/.test(from) ? 'Say one address, not a network or a list.' : undefined);
}
