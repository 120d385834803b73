// Who asks whether they are locked out, in a line: `203.0.113.5`, `203.0.113.5 port 2222 in eth0`.

import type { Family } from '../../vocabulary/schema.ts';
import { isSourceAddress } from '../edits/source-address.ts';

/** An address that connects, the port, and the interface where it was said. */
export interface Knocking {
  readonly from: string;
  readonly port: number;
  readonly interface?: string;
}

const SSH = 22;

/** What a line asks; `wrong` is a sentence about what is wrong with it. */
export function readKnockLine(line: string, family: Family): Knocking | { readonly wrong: string } {
  const [from = '', ...words] = line.trim().split(/\s+/);
  const wrong = callerProblem(from, family);
  if (wrong !== undefined) return { wrong };
  let port = SSH;
  let by: string | undefined;
  for (let at = 0; at < words.length; at += 2) {
    const [word = '', value] = words.slice(at, at + 2);
    if (word !== 'port' && word !== 'in')
      return { wrong: `Behind the address may stand "port" and "in" with an interface, not "${word}".` };
    if (value === undefined) return { wrong: `"${word}" needs a value.` };
    if (word === 'in') by = value;
    else port = Number(value);
  }
  if (!Number.isInteger(port) || port < 1 || port > 65535) return { wrong: 'A port is a number from 1 to 65535.' };
  return { from, port, ...(by !== undefined && { interface: by }) };
}

/** What is wrong with the address of somebody who connects; undefined when all is well. */
export function callerProblem(from: string, family: Family): string | undefined {
  return isSourceAddress(from, family) ?? (/[/,]/.test(from) ? 'Say one address, not a network or a list.' : undefined);
}
