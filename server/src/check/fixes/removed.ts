// What Linux no longer has: the same rule with what does its work today.

import type { Edit, Fixer } from '../fix.ts';
import { ruleLine } from './rule-line.ts';

/** Targets whose successor takes the same values, and the options' new names. */
const SUCCESSORS: Readonly<
  Record<string, { readonly name: string; readonly options: Readonly<Record<string, string>> }>
> = {
  ULOG: {
    name: 'NFLOG',
    options: {
      '--ulog-nlgroup': '--nflog-group',
      '--ulog-prefix': '--nflog-prefix',
      '--ulog-cprange': '--nflog-size',
      '--ulog-qthreshold': '--nflog-threshold',
    },
  },
};

/** `-j ULOG --ulog-prefix x` becomes `-j NFLOG --nflog-prefix x`; the program that listens must know of it. */
export const useSuccessor: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const { reading } = rule;
  const instance = reading.instances.find(({ word }) => word === rule.wordAt(start));
  const successor = SUCCESSORS[instance?.known.extension.name ?? ''];
  if (!instance || !successor) return [];
  const edits: Edit[] = [rule.replace(reading.columns(instance.word), successor.name)];
  for (const use of reading.uses) {
    const name = use.instance === instance ? successor.options[use.name] : undefined;
    const from = reading.words[use.word]?.start;
    if (name === undefined || from === undefined) continue;
    const written = rule.word(use.word).split('=')[0] ?? '';
    edits.push(rule.replace({ start: from, end: from + written.length }, name));
  }
  return [{ title: `Write it as -j ${successor.name}`, edits, preferred: true }];
};
