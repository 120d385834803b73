// Owns reading the tables of mistakes and what their fixes make of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Family } from '../../support/iptables.ts';

/** A text with a mistake, what is found in it, and what the preferred fix makes of it. */
export interface Row {
  /** The number in the list of errors that people make; undefined for others. */
  readonly error: number | undefined;
  readonly what: string;
  readonly family: Family;
  readonly text: string;
  readonly code: string;
  /** The words that are marked. */
  readonly mark: string;
  /** The message of the one finding there is, where the row tells it. */
  readonly says: string | undefined;
  /** The title of the fix. */
  readonly fix: string;
  readonly fixed: string;
}

const folder = path.join(import.meta.dirname, 'rows');

/**
 * The rows of all files. In a row, `<` is a line with the mistake and `>` one behind the fix; both stand in the table
 * that `table` names, or are whole files without it. `=` is a line of the whole file behind the fix. `\u201c` and
 * `\r` stand for those characters. `says` is what the only finding says.
 */
export function allRows(): Row[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split(/\n\n+/))
    .filter((block) => block.startsWith('error ') || block.startsWith('other: '))
    .map(readRow);
}

function readRow(block: string): Row {
  const [head = '', ...lines] = block.trimEnd().split('\n');
  const title = /^(?:error (\d+)|other): (.*)$/.exec(head);
  const field = (name: string) => lines.find((line) => line.startsWith(`  ${name} `))?.slice(name.length + 3) ?? '';
  const part = (sign: string) =>
    lines.filter((line) => line.startsWith(`  ${sign}`)).map((line) => plain(line.slice(4)));
  const [table = '', isV6] = field('table').split(' of ');
  const framed = (body: readonly string[]) =>
    table === '' ? body.join('\n') : `*${table}\n${body.map((line) => `${line}\n`).join('')}COMMIT\n`;
  const [, code = '', mark = ''] = /^(\S+)(?: at ?(.*))?$/.exec(field('code')) ?? [];
  const whole = part('=');
  return {
    error: title?.[1] === undefined ? undefined : Number(title[1]),
    what: title?.[2] ?? '',
    family: isV6 === undefined ? 4 : 6,
    text: framed(part('<')),
    code,
    mark: plain(mark),
    says: field('says') === '' ? undefined : plain(field('says')),
    fix: field('fix'),
    fixed: whole.length > 0 ? whole.join('\n') : framed(part('>')),
  };
}

function plain(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\r/g, '\r');
}
