// The signature of an option: its syntax with the columns of each part, what each is for, and which is being typed.

import type { Family } from '../../vocabulary/schema.ts';
import { describeValue } from '../../vocabulary/values/index.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';
import { partAt, type Structure, structureOf } from '../../vocabulary/values/structure.ts';
import { extensionName } from '../hover/extension.ts';
import { sentence } from '../hover/prose.ts';
import { placeholder } from '../hover/syntax.ts';
import type { TypedOption } from './typed-option.ts';

/** A part of a value: its columns in the label, end exclusive, and Markdown about it. */
export interface Parameter {
  readonly start: number;
  readonly end: number;
  readonly documentation: string;
}

export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly parameters: readonly Parameter[];
  /** An index of `parameters`. */
  readonly active: number;
}

/** Kinds that are shown though nothing is known of where their parts are. */
const WITH_SYNTAX: ReadonlySet<Value['kind']> = new Set(['bpf', 'irregular', 'set-directions', 'u32']);

/** Undefined for an option whose only value is a single word without parts. */
export function signatureOf(typed: TypedOption, family: Family): Signature | undefined {
  const { name, values, value: at, summary, detail, owner } = typed;
  if (values.length < 2 && !values.some((value) => hasParts(value, family))) return undefined;
  const parameters: Parameter[] = [];
  let label = name;
  let active = 0;
  values.forEach((value, i) => {
    const structure = structureOf(value, family) ?? wholeOf(value, family);
    if (i === at) active = parameters.length + partAt(typed.text, typed.at, structure, value, family);
    label += ' ';
    parameters.push(...placed(structure, label.length));
    label += structure.label;
  });
  const of = owner ? `Option of ${extensionName(owner)}.` : '';
  const documentation = [summary, detail ?? '', of].filter((text) => text !== '').join('\n\n');
  return { label, documentation, parameters, active: Math.min(active, parameters.length - 1) };
}

function hasParts(value: Value, family: Family): boolean {
  const isList = value.kind === 'choice' && value.list !== undefined;
  return isList || WITH_SYNTAX.has(value.kind) || structureOf(value, family) !== undefined;
}

/** A value without parts as the only one of them. */
function wholeOf(value: Value, family: Family): Structure {
  const name = placeholder(value);
  return { label: name, parts: [{ name, says: sentence(describeValue(value, { family })) }], between: '' };
}

function placed({ label, parts }: Structure, from: number): Parameter[] {
  let at = 0;
  return parts.map(({ name, says }) => {
    const start = Math.max(label.indexOf(name, at), at);
    at = start + name.length;
    return { start: from + start, end: from + at, documentation: says };
  });
}
