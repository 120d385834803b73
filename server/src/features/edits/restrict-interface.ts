// Restricts rules to an interface: where packets come in, or where they leave, as their chain has it.

import type { TextEdit } from 'vscode-languageserver-types';
import { hooksOf } from '../../ruleset/places.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Hook } from '../../vocabulary/schema.ts';
import { checkValue } from '../../vocabulary/values/index.ts';
import { withOption } from './address-option.ts';
import { LineEdits } from './line-edits.ts';
import { type RestrictableRule, restrictableRule } from './restrict-source.ts';

/** The option of an interface: `i` where packets come in, `o` where they leave. */
export type InterfaceLetter = 'i' | 'o';

/** FORWARD knows both interfaces of a packet; most rules there ask where it comes from. */
const LETTERS: Readonly<Record<Hook, InterfaceLetter>> = {
  PREROUTING: 'i',
  INPUT: 'i',
  FORWARD: 'i',
  OUTPUT: 'o',
  POSTROUTING: 'o',
};

/** What is wrong with the name of an interface: one sentence for the user. */
export function interfaceProblem(name: string, { settings }: RulesFile): string | undefined {
  if (name === '' || /[\s"'!]/.test(name))
    return 'Type the name of one interface, such as eth0, or eth+ for eth0, eth1 and so on.';
  return checkValue(name, { kind: 'interface' }, { family: settings.family })?.message;
}

/** The interface option of a rule; undefined where hooks of both kinds lead to its chain. */
export function interfaceLetterOf(file: RulesFile, { line, rule }: RestrictableRule): InterfaceLetter | undefined {
  const block = file.blockAt(line);
  const letters = new Set(hooksOf(block?.standing.nft.hooks(rule.chain ?? '') ?? 0).map((hook) => LETTERS[hook]));
  const [only] = letters;
  return letters.size === 1 ? only : undefined;
}

/** The edits that give the rules of these lines the interface; lines without a rule that can have one are skipped. */
export function restrictToInterface(file: RulesFile, lines: readonly number[], name: string): TextEdit[] {
  const edits = new LineEdits(file.lines.all());
  for (const line of new Set(lines)) {
    const found = restrictableRule(file, line);
    const letter = found && interfaceLetterOf(file, found);
    const change = found && letter && withOption(found.rule, letter, name);
    if (change) edits.replace(line, change.start, change.end, change.text);
  }
  return edits.toTextEdits();
}
