// The text of a configuration file as a value, with the places of its entries: JSON, JSON with comments, or YAML.

import { findNodeAtLocation, getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { isPair, isScalar, parseDocument } from 'yaml';
import type { ConfigurationFormat } from '../vocabulary/file-names.ts';
import type { Path } from './validate.ts';

/** What is wrong, and where in the text. */
export interface Flaw {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A value with places, or what is wrong with the text. */
export type Parsed =
  | { readonly value: unknown; readonly placeOf: (path: Path, isKey: boolean) => Omit<Flaw, 'message'> }
  | { readonly flaws: readonly Flaw[] };

/** Reads a text. An empty one, or one of comments alone, says nothing. */
export function parse(text: string, format: ConfigurationFormat): Parsed {
  return format === 'yaml' ? parseYaml(text) : parseJson(text, format === 'jsonc');
}

function parseJson(text: string, isLoose: boolean): Parsed {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, {
    disallowComments: !isLoose,
    allowTrailingComma: isLoose,
    allowEmptyContent: true,
  });
  // Where a name is missing its value is missing, too: one cause is told once.
  const causes = errors.filter(({ offset }, i) => offset !== errors[i - 1]?.offset);
  if (causes.length > 0)
    return {
      flaws: causes.map(({ error, offset, length }) => ({
        message: `This is not ${isLoose ? 'JSON with comments' : 'JSON'}: ${wordsOf(printParseErrorCode(error))}.`,
        start: offset,
        end: offset + length,
      })),
    };
  const placeOf = (path: Path, isKey: boolean) => {
    const node = tree && findNodeAtLocation(tree, [...path]);
    const marked = isKey ? node?.parent?.children?.[0] : node;
    return { start: marked?.offset ?? 0, end: (marked?.offset ?? 0) + (marked?.length ?? 0) };
  };
  return { value: tree ? getNodeValue(tree) : {}, placeOf };
}

/** `CommaExpected` as people say it. */
function wordsOf(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function parseYaml(text: string): Parsed {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0)
    return {
      flaws: document.errors.map(({ message, pos: [start, end] }) => ({
        message: `This is not YAML: ${message.replace(/\.$/, '')}.`,
        start,
        end,
      })),
    };
  const placeOf = (path: Path, isKey: boolean) => {
    const parent: unknown = path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
    const items = hasItems(parent) ? parent.items : [];
    const pair = items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
    const node: unknown =
      isKey && isPair(pair) ? pair.key : path.length > 0 ? document.getIn(path, true) : document.contents;
    const [start = 0, end = 0] = rangeOf(node) ?? (isPair(pair) ? rangeOf(pair.key) : undefined) ?? [];
    return { start, end };
  };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) ?? {}, placeOf };
  } catch (error) {
    return {
      flaws: [{ message: `This is not YAML: ${error instanceof Error ? error.message : error}.`, start: 0, end: 0 }],
    };
  }
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? node.range
    : undefined;
}
