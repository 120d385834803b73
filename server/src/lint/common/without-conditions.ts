// A rule without all that it asks of a packet.

import { type Edit, removeWords } from '../../check/fix.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';

/** The options of iptables itself that ask something of a packet. */
const OWN = 'sdpiof';
/** It asks for nothing and says something to people. */
const COMMENT = 'comment';

/** Takes the conditions of a rule away, comments stay; undefined where it has none, or where their words cannot be told apart. */
export function withoutConditions(file: RulesFile, line: number): readonly Edit[] | undefined {
  const rule = file.rule(line);
  const options = rule.options.filter((option) => isCondition(rule, option));
  if (options.length === 0 || options.some((option) => !standsAlone(rule, option))) return undefined;
  return options.map(({ start, end }) => removeWords(file, line, start, end));
}

function isCondition(rule: Rule, { letter, instance, values }: RuleOption): boolean {
  if (letter === 'm') {
    const loaded = rule.instances.find(({ word }) => word === values[0]?.word);
    return loaded?.known.extension.name !== COMMENT;
  }
  if (letter !== undefined) return OWN.includes(letter);
  const extension = instance?.known.extension;
  return extension?.kind === 'match' && extension.name !== COMMENT;
}

/** Its words hold nothing else, as those of `-fp tcp` do. */
function standsAlone({ words }: Rule, { word, nameColumns, end }: RuleOption): boolean {
  const own = words[word];
  return own !== undefined && nameColumns.start === own.start && end >= own.end;
}
