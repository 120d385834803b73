// Restricts rules: to an address or interface that is asked for, or to an interface that rules nearby speak of.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import { behindChain, replaced } from '../edits/address-option.ts';
import { restrictableRule } from '../edits/restrict-source.ts';
import { lineEdits } from './common/line-edits.ts';
import { isSound, readLine } from './common/meaning.ts';
import type { Offer, Refactoring } from './common/refactoring.ts';
import { appendAt, type PlacedRule, type Selection } from './common/selection.ts';

/** Commands of clients that ask for what is missing. */
const ASKING = [
  { command: 'iptables.restrictToSource', title: 'Restrict to a source address…' },
  { command: 'iptables.restrictToDestination', title: 'Restrict to a destination address…' },
  { command: 'iptables.restrictToInterface', title: 'Restrict to an interface…' },
] as const;

export const restrict: Refactoring = {
  name: 'restrict',
  kind: 'refactor.rewrite',
  offers: (selection) => [...asking(selection), ...nearby(selection)],
};

function asking({ file, client, first, last }: Selection): readonly Offer[] {
  const lines: number[] = [];
  const ends = new Set<string>();
  for (let line = first; line <= last; line++) {
    const found = restrictableRule(file, line);
    if (!found) continue;
    lines.push(line);
    ends.add(found.end);
  }
  if (lines.length === 0) return [];
  const argument = { uri: client.uri, lines };
  const known = ASKING.filter(({ command }) => client.commands.has(command));
  const isOut = ends.has('destination') && !ends.has('source');
  return known
    .filter(({ command }) => !(isOut && command === 'iptables.restrictToDestination'))
    .map(({ command, title }) => ({
      title: isOut && command === 'iptables.restrictToSource' ? 'Restrict to a destination address…' : title,
      change: { command, argument },
    }));
}

/** How many lines around are looked at, and how many interfaces are offered. */
const LINES_AROUND = 50;
const MOST_OFFERED = 3;

function nearby(selection: Selection): readonly Offer[] {
  const { file, first } = selection;
  const placed = selection.isOneLine ? appendAt(file, first) : undefined;
  const letter = placed && letterOf(placed);
  if (!placed || letter === undefined || placed.rule.has(letter)) return [];
  const names = interfacesAround(file, placed, letter).filter((name) => name !== 'lo');
  return names.slice(0, MOST_OFFERED).flatMap((name) => {
    const text = replaced(placed.rule.text, [behindChain(placed.rule, `-${letter} ${name}`)]);
    if (!isSound(readLine(file, first, text))) return [];
    const title = `Restrict to the interface ${name} (-${letter})`;
    return [{ title, change: { edits: lineEdits(file, new Map([[first, [text]]])) } }];
  });
}

const INTERFACES: Readonly<Record<string, string>> = {
  PREROUTING: 'i',
  INPUT: 'i',
  FORWARD: 'i',
  OUTPUT: 'o',
  POSTROUTING: 'o',
};

function letterOf({ chain }: PlacedRule): string | undefined {
  return Object.hasOwn(INTERFACES, chain) ? INTERFACES[chain] : undefined;
}

function interfacesAround(file: RulesFile, { line, chain }: PlacedRule, letter: string): readonly string[] {
  const names = new Set<string>();
  for (let at = Math.max(0, line - LINES_AROUND); at <= line + LINES_AROUND; at++) {
    const other = appendAt(file, at);
    const option = other?.chain === chain ? other.rule.option(letter) : undefined;
    const name = option?.values[0]?.text;
    if (name !== undefined && option?.negated === false) names.add(name);
  }
  return [...names];
}
