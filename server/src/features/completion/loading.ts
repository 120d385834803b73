// What must stand in front of a word so that the extension behind it is loaded: `-m multiport` for `--dports`.

import type { Known } from '../../ruleset/known.ts';
import { Role, type Rule } from '../../ruleset/rule.ts';
import { matchNameOfProtocol } from '../../vocabulary/protocols.ts';
import type { Extension } from '../../vocabulary/schema.ts';
import { neededProtocols } from './allowed.ts';
import type { Cursor } from './cursor.ts';
import type { Offer } from './offer.ts';

/** The `-p` that an extension needs and the rule lacks; nothing where there is one, or several would do. */
export function protocolFor({ rest, family }: Cursor, known: Known): string | undefined {
  const needed = rest.has('p') ? [] : neededProtocols(known, family);
  return needed.length === 1 ? needed[0] : undefined;
}

/** What loads a match that no word loads yet, with its protocol where the rule has none; put in front of an option. */
export function loadOf(cursor: Cursor, known: Known): Offer['also'] {
  const { name } = known.extension;
  const protocol = protocolFor(cursor, known);
  const words = protocol === undefined ? [] : [`-p ${protocol}`];
  if (protocol === undefined || matchNameOfProtocol(protocol) !== name) words.push(`-m ${name}`);
  return before(cursor.head, cursor.head.words.length, words);
}

/** The protocol that an extension needs, put in front of the -m or -j whose name is being typed. */
export function protocolBefore(cursor: Cursor, known: Known): Offer['also'] {
  const protocol = protocolFor(cursor, known);
  return protocol === undefined ? undefined : before(cursor.head, cursor.head.words.length - 1, [`-p ${protocol}`]);
}

/** Words behind the last that does not belong to word `index`: a `!` does. */
function before({ words }: Rule, index: number, put: readonly string[]): Offer['also'] {
  let last = index - 1;
  while (words[last]?.role === Role.negation) last--;
  const word = words[last];
  return word ? { column: word.end, text: ` ${put.join(' ')}` } : undefined;
}

/** With the extension loaded, an option behind the cursor would be read as one of its own: `--dport` as `--dports`. */
export function takesWordsBehind({ head, rest, start }: Cursor, extension: Extension): boolean {
  if (rest === head) return false;
  const scope = head.scope.with(extension);
  return rest.words.some((word) => {
    if (word.role !== Role.option || word.start < start || !word.text.startsWith('--')) return false;
    const [name = ''] = word.text.split('=', 1);
    const found = scope.find(name);
    return found?.kind === 'ambiguous' || (found !== undefined && found.option !== word.found?.option);
  });
}
