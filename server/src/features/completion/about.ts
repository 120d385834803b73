// The documentation of what is offered, found by a short key, so that a list of hundreds does not carry it.

import { knownMatch, knownTarget } from '../../ruleset/known.ts';
import { GENERIC_OPTIONS } from '../../vocabulary/generic-options.ts';
import type { Extension, Family, Option } from '../../vocabulary/schema.ts';
import { plainSnippet } from '../../vocabulary/snippet-text.ts';
import { SNIPPETS } from '../../vocabulary/snippets.ts';
import { findVerdict } from '../../vocabulary/verdicts.ts';
import { extensionName } from '../hover/extension.ts';
import { code } from '../hover/page.ts';
import { list } from '../hover/prose.ts';

/** What a key speaks of: `4 match conntrack --ctstate`, `6 generic --source`, `4 verdict DROP`, `4 snippet ssh`. */
export type AboutKey = string;

export function aboutExtension({ kind, name }: Extension, family: Family): AboutKey {
  return `${family} ${kind} ${name}`;
}

export function aboutOption(extension: Extension, { name }: Option, family: Family): AboutKey {
  return `${aboutExtension(extension, family)} ${name}`;
}

export function aboutGeneric(name: string, family: Family): AboutKey {
  return `${family} generic ${name}`;
}

export function aboutVerdict(name: string, family: Family): AboutKey {
  return `${family} verdict ${name}`;
}

const known = new Map<AboutKey, string>();

export function aboutSnippet(prefix: string, family: Family): AboutKey {
  return `${family} snippet ${prefix}`;
}

/** The Markdown for a key; undefined for what is no key. Never throws: clients send them back. */
export function documentationOf(key: AboutKey): string | undefined {
  const found = known.get(key) ?? documentationFor(key);
  if (found !== undefined) known.set(key, found);
  return found;
}

function documentationFor(key: AboutKey): string | undefined {
  const [digit, what, name = '', option] = key.split(' ');
  const family: Family = digit === '6' ? 6 : 4;
  switch (what) {
    case 'match':
      return ofExtension(knownMatch(name, family)?.extension, option);
    case 'target':
      return ofExtension(knownTarget(name, family)?.extension, option);
    case 'verdict': {
      const verdict = findVerdict(name);
      return verdict && paragraphs(verdict.summary, verdict.detail);
    }
    case 'snippet': {
      const snippet = SNIPPETS.find(({ prefixes }) => prefixes.includes(name));
      return snippet && `\`\`\`iptables\n${plainSnippet(snippet.body.join('\n'))}\n\`\`\``;
    }
    case 'generic': {
      const generic = GENERIC_OPTIONS.find((one) => one.name === name);
      return (
        generic &&
        paragraphs(generic.summary, generic.detail, generic.example && `For example ${code(generic.example)}`)
      );
    }
    default:
      return undefined;
  }
}

function ofExtension(extension: Extension | undefined, name: string | undefined): string | undefined {
  if (!extension) return undefined;
  if (name !== undefined) {
    const option = extension.options.find((one) => one.name === name);
    return option && paragraphs(option.summary, option.detail, `Option of ${extensionName(extension)}.`);
  }
  const { summary, detail, protocols, protocolsWith } = extension;
  const wanted = protocols?.map((one) => code(`-p ${one}`));
  return paragraphs(summary, detail, wanted && !protocolsWith ? `Needs ${list(wanted, 'or')}.` : undefined);
}

/** Markdown of those texts that are there. */
export function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}

/** A row of a list has room for about so many characters beside its label. */
const ROOM = 56;

/** The part of a sentence that says what something is: all up to the first stop, or comma where that is still long. */
export function gist(summary: string): string {
  const part = (/^(?:[^.:;]|[.:;](?=\S))*/.exec(summary)?.[0] ?? summary).replaceAll('`', '');
  const comma = part.length > ROOM ? part.lastIndexOf(', ', ROOM) : -1;
  return comma > 0 ? part.slice(0, comma) : part;
}
