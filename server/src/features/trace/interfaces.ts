// Interfaces by which a packet may come in, one for each that rules tell apart.

import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';

/** An interface, and whether it stands for all that no rule names. */
export interface Entrance {
  readonly name: string;
  readonly isOther: boolean;
}

const LOOPBACK = 'lo';
/** How the first interface of a machine may be called, the usual names first. */
const USUAL: readonly string[] = ['eth0', 'ens3', 'wan0', 'en0', 'x0', 'z9'];
const TAILS: readonly string[] = ['0', '1', '2', '3', '9', 'x', 'y', 'z'];

/** One interface for each name or `eth+` that the rules speak of, without loopback, and one for all others. */
export function entrancesOf(file: RulesFile): readonly Entrance[] {
  const names = new Set<string>();
  const stems = new Set<string>();
  const seen = new Set<string>();
  for (let line = 0; line < file.lineCount; line++) {
    if (!mayName(file.lines.line(line), seen) || !isRule(file.entry(line))) continue;
    const rule = file.rule(line);
    for (const letter of ['i', 'o'] as const) {
      const text = rule.has(letter) ? rule.option(letter)?.values[0]?.text : undefined;
      if (text === undefined) continue;
      seen.add(text);
      if (text.endsWith('+')) stems.add(text.slice(0, -1));
      else names.add(text);
    }
  }
  names.delete(LOOPBACK);
  const isFree = (name: string, stem: string) =>
    name !== LOOPBACK &&
    !names.has(name) &&
    [...stems].every((other) => other.length <= stem.length || !name.startsWith(other));
  const named = [...stems].flatMap((stem) => {
    const found = (stem === '' ? USUAL : TAILS.map((tail) => stem + tail)).find((name) => isFree(name, stem));
    return found ?? [];
  });
  const other = USUAL.find((name) => !names.has(name) && ![...stems].some((stem) => name.startsWith(stem)));
  return [
    ...[...names, ...named].map((name) => ({ name, isOther: false })),
    ...(other === undefined ? [] : [{ name: other, isOther: true }]),
  ];
}

/** Whether a line may speak of an interface that was not seen yet; reading a rule takes longer. */
function mayName(text: string, seen: ReadonlySet<string>): boolean {
  if (!/-[io]/.test(text)) return false;
  const rest = text.replace(/(?<=\s)-[io]\s+(\S+)/g, (words, name: string) => (seen.has(name) ? '' : words));
  return /-[io]/.test(rest);
}
