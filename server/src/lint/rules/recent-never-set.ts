// A list of recent addresses that rules look into and none fills.

import type { RuleOption } from '../../ruleset/rule.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { countedBy } from '../common/uses.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** The list where no name is given. */
const USUAL = 'DEFAULT';

interface Use {
  readonly list: string;
  readonly fills: boolean;
  readonly looks: boolean;
  readonly place: RuleOption;
}

export const recentNeverSet = lintRule({
  name: 'recent-never-set',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule that looks into a list of "recent" which no rule fills.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const uses = usesIn(tables);
    const filled = new Set(uses.flatMap(({ use: { list, fills } }) => (fills ? [list] : [])));
    const unfilled = uses.filter(({ use: { looks, list } }) => looks && !filled.has(list));
    if (unfilled.length === 0 || speaksOfPrograms(tables)) return;
    for (const {
      line,
      use: { list, place },
    } of unfilled) {
      const like = [...filled].find((name) => name.toLowerCase() === list.toLowerCase());
      const hint =
        like === undefined
          ? `Add a rule with "-m recent --set --name ${list}".`
          : `The list that is filled is "${like}".`;
      report({
        message: `No rule of this file puts addresses into the list "${list}", so it is empty. ${hint}`,
        line,
        start: place.start,
        end: place.end,
      });
    }
  },
});

const usesIn = countedBy(usesAt);

/** A comment says that a program fills lists, as the manual shows it. */
function speaksOfPrograms([table]: readonly PacketTable[]): boolean {
  return [...(table?.file.lines.all() ?? [])].some((text) => text.startsWith('#') && /\bxt_recent\b/.test(text));
}

function usesAt(file: RulesFile, line: number): readonly Use[] {
  if (!file.lines.line(line).includes('recent') || !isRule(file.entry(line))) return [];
  const rule = file.rule(line);
  return rule.instances.flatMap((instance) => {
    if (instance.known.extension.name !== 'recent' || instance.known.extension.kind !== 'match') return [];
    const own = rule.options.filter((option) => option.instance === instance);
    const has = (name: string) => own.some((option) => option.name === name);
    const value = own.find(({ name }) => name === '--name')?.values[0];
    const place = own.find(({ name }) => name === '--rcheck' || name === '--update') ?? own[0];
    if (!place || value?.unknown) return [];
    const list = value?.text ?? USUAL;
    return [{ list, fills: has('--set'), looks: has('--rcheck') || has('--update'), place }];
  });
}
