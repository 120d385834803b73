// Inlay hints: what a word stands for, beside it. The service of a port, the ends of a network, a match loaded unasked.

import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import type { Rule, RuleOption } from '../ruleset/rule.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import { addressText, lastOf, prefixLength } from '../vocabulary/values/address-words.ts';
import { readValue } from '../vocabulary/values/index.ts';
import { serviceOf } from './plain/service.ts';

/** Which hints the user wants. */
export interface Hints {
  readonly services: boolean;
  readonly networks: boolean;
  readonly impliedMatches: boolean;
}

interface Hint {
  readonly column: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Hints for the lines of a range; rules that do not load have none. Reads those lines and no others. */
export function inlayHintsOf(file: RulesFile, { start, end }: Range, wanted: Hints): InlayHint[] {
  const found: InlayHint[] = [];
  for (let line = start.line; line <= Math.min(end.line, file.lineCount - 1); line++) {
    const entry = file.entry(line);
    if (!isRule(entry) || entry.faults.length > 0) continue;
    for (const { column, label, tooltip } of hintsOf(file.rule(line), wanted)) {
      const position = { line, character: column };
      found.push({ position, label, tooltip, kind: InlayHintKind.Type, paddingLeft: true });
    }
  }
  return found;
}

function hintsOf(rule: Rule, { services, networks, impliedMatches }: Hints): Hint[] {
  return [
    ...(services ? rule.options.flatMap((option) => serviceHint(rule, option)) : []),
    ...(networks ? rule.options.flatMap((option) => networkHint(rule, option)) : []),
    ...(impliedMatches ? implied(rule) : []),
  ].sort((a, b) => a.column - b.column);
}

/** A single port in figures; in a list there is no room for words. */
function serviceHint(rule: Rule, { values }: RuleOption): Hint[] {
  const [value] = values;
  const service = value && serviceOf(rule, value);
  if (!value || !service) return [];
  const { name, port } = service;
  return [{ column: value.end, label: name, tooltip: `Port ${port} is for ${name}.` }];
}

function networkHint(rule: Rule, { values }: RuleOption): Hint[] {
  const [value] = values;
  const kind = value?.kind;
  if (!value || kind?.kind !== 'network' || value.unknown || value.text.includes(',')) return [];
  const [network] = readValue(value.text, kind, { family: rule.family })?.networks ?? [];
  const length = network?.kind === 'network' ? prefixLength(network.mask) : undefined;
  // One address needs no words, and every address has none that say more.
  if (network?.kind !== 'network' || !length || length === 32 * network.mask.length) return [];
  const first = addressText(network.address);
  const last = addressText(lastOf(network));
  return [{ column: value.end, label: `${first} – ${last}`, tooltip: `The network's first and last address.` }];
}

/** Matches that -p loads because of an option that is theirs. */
function implied(rule: Rule): Hint[] {
  return rule.instances.flatMap(({ known: { extension }, implicit, seen, word }) => {
    const protocol = rule.words[word];
    if (!implicit || seen === 0 || extension.kind !== 'match' || !protocol) return [];
    const label = `-m ${extension.name}`;
    return [{ column: protocol.end, label, tooltip: `Loaded implicitly by "-p" for the options that need it.` }];
  });
}
