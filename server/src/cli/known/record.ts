// The record of known findings: what it looks like, and what is wrong with one.

import { parse } from '../../configuration/parse.ts';
import type { Schema } from '../../configuration/schema.ts';
import { misfits } from '../../configuration/validate.ts';
import { LineArray } from '../../syntax/lines.ts';
import type { ConfigurationFormat } from '../../vocabulary/file-names.ts';

/** Findings of one code in lines of the same words. */
export interface Entry {
  /** From the record's folder on. */
  readonly file: string;
  readonly code: string;
  /** The words of the line. */
  readonly line: string;
  readonly count: number;
}

/** What is wrong at a place, counted from 0. */
export interface RecordFault {
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

const FORMAT: ConfigurationFormat = 'json';
const MOST = Number.MAX_SAFE_INTEGER;
const SCHEMA: Schema = {
  type: 'object',
  properties: {
    known: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          file: { type: 'string' },
          code: { type: 'string' },
          line: { type: 'string' },
          count: { type: 'integer', minimum: 1, maximum: MOST },
        },
        required: ['file', 'code', 'line', 'count'],
        additionalProperties: false,
      },
    },
  },
  required: ['known'],
  additionalProperties: false,
};

/** The entries of a record, or what is wrong with it first. */
export function readRecord(text: string): readonly Entry[] | RecordFault {
  const parsed = parse(text, FORMAT);
  if ('flaws' in parsed) return faultAt(text, parsed.flaws[0]);
  const [wrong] = misfits(parsed.value, SCHEMA);
  if (wrong) return faultAt(text, { message: wrong.message, ...parsed.placeOf(wrong.path, wrong.isKey) });
  return isRecord(parsed.value) ? parsed.value.known : faultAt(text, undefined);
}

/** The schema has seen to the rest. */
function isRecord(value: unknown): value is { readonly known: readonly Entry[] } {
  return typeof value === 'object' && value !== null && 'known' in value;
}

function faultAt(
  text: string,
  { message, start }: { readonly message: string; readonly start: number } = {
    message: 'Something is wrong.',
    start: 0,
  },
): RecordFault {
  return {
    message: message.replace('The configuration must', 'The record must'),
    ...new LineArray(text).positionAt(start),
  };
}

/** The text of a record: an entry a line, always in the same order, so that two editions compare well. */
export function recordText(entries: readonly Entry[]): string {
  const lines = [...entries]
    .sort(inOrder)
    .map(({ file, code, line, count }) => JSON.stringify({ file, code, line, count }));
  return `{\n  "known": [${lines.map((line) => `\n    ${line}`).join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

function inOrder(a: Entry, b: Entry): number {
  return compare(a.file, b.file) || compare(a.code, b.code) || compare(a.line, b.line);
}

/** By code units: the same everywhere, whatever the language of the system. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
