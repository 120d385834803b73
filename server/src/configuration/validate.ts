// Holds a value against the schema, and says in words what is wrong where.

import { nearest } from '../vocabulary/nearest.ts';
import type { Schema } from './schema.ts';

export type Path = readonly (string | number)[];

/** What is wrong with a value. */
export interface Misfit {
  readonly path: Path;
  /** The name of the entry is wrong, not its value. */
  readonly isKey: boolean;
  readonly message: string;
}

/** All that is wrong. */
export function misfits(value: unknown, schema: Schema, path: Path = []): Misfit[] {
  const wrong = (message: string): Misfit[] => [{ path, isKey: false, message }];
  if (schema.anyOf) {
    const tried = schema.anyOf.map((one) => misfits(value, one, path));
    const typed = schema.anyOf.findIndex((one) => one.type === typeOf(value));
    return tried.some((found) => found.length === 0) ? [] : (tried[Math.max(0, typed)] ?? []);
  }
  if (schema.enum) return schema.enum.some((one) => one === value) ? [] : wrong(notInList(value, schema.enum, path));
  if (schema.type && schema.type !== typeOf(value) && !(schema.type === 'integer' && Number.isInteger(value)))
    return wrong(`${subject(path)} must be ${schema.patternErrorMessage ?? A[schema.type]}, not ${shown(value)}.`);
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return wrong(`${subject(path)} must be ${schema.patternErrorMessage}, not ${shown(value)}.`);
  if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    if (value < minimum || value > maximum)
      return wrong(`${subject(path)} must be from ${minimum} to ${maximum}, not ${value}.`);
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return wrong(`${subject(path)} must not be empty.`);
    return value.flatMap((one, i) => (schema.items ? misfits(one, schema.items, [...path, i]) : []));
  }
  return isObject(value) ? misfitsOfEntries(value, schema, path) : [];
}

function misfitsOfEntries(
  value: object,
  { properties = {}, required = [], additionalProperties: others = false }: Schema,
  path: Path,
): Misfit[] {
  const found: Misfit[] = [];
  for (const [key, entry] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : others || undefined;
    if (known) found.push(...misfits(entry, known, [...path, key]));
    else found.push({ path: [...path, key], isKey: true, message: unknownKey(key, properties, path) });
  }
  for (const key of required)
    if (!Object.hasOwn(value, key)) found.push({ path, isKey: false, message: `"${key}" is missing here.` });
  return found;
}

function unknownKey(key: string, properties: Readonly<Record<string, Schema>>, path: Path): string {
  const [near] = nearest(key, Object.keys(properties));
  const guess = near === undefined ? '' : ` Did you mean "${near}"?`;
  if (path.at(-1) === 'rules') return `No rule is called "${key}".${guess}`;
  return guess === ''
    ? `Unknown entry "${key}". There are ${Object.keys(properties).join(', ')}.`
    : `Unknown entry "${key}".${guess}`;
}

function notInList(value: unknown, allowed: readonly (string | number)[], path: Path): string {
  if (value === 'error' && path.at(-2) === 'rules')
    return 'Only what the loaders refuse is an error. Use "warning", and "--max-warnings 0" where warnings must fail.';
  const [near] = typeof value === 'string' ? nearest(value, allowed.map(String)) : [];
  const guess = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `${subject(path)} must be one of ${allowed.join(', ')}, not ${shown(value)}.${guess}`;
}

const A = {
  object: 'a list of names and values',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
} as const;

function subject(path: Path): string {
  const name = [...path].reverse().find((one) => typeof one === 'string');
  if (name === undefined) return 'The configuration';
  return typeof path.at(-1) === 'number' ? `Each of "${name}"` : `"${name}"`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)} ...` : text;
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
