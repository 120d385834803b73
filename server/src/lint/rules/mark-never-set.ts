// A rule that asks for a mark, where the rules of the file that give marks give other ones.

import { meaningOf } from '../../analysis/rule-literals.ts';
import type { RuleOption } from '../../ruleset/rule.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import { takesEffect } from '../../ruleset/table/roles.ts';
import type { MarkMeaning } from '../../vocabulary/values/meaning.ts';
import { toolOf } from '../common/known-tools.ts';
import { foundBy } from '../common/uses.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** What targets write, a mask with it or not; of others nobody foresees what they leave. */
const SETTING: ReadonlySet<string> = new Set(['--set-mark', '--set-xmark', '--or-mark', '--tproxy-mark']);
/** They carry a mark from packets to connections and back. */
const CARRYING: ReadonlySet<string> = new Set(['--save-mark', '--restore-mark']);
/** Written by programs that give packets marks themselves. */
const BY_PROGRAMS = /wg-quick|tailscale|strongswan|openvpn|NFQUEUE|HMARK|--(?:and|xor)-mark|-m (?:policy|socket)/i;

/** Of files that give more different marks nothing is said. */
const MOST_MARKS = 256;

/** Where packets may get a mark before they come to a chain. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  PREROUTING: ['PREROUTING', 'OUTPUT'],
  INPUT: ['PREROUTING', 'INPUT', 'OUTPUT'],
  FORWARD: ['PREROUTING', 'FORWARD'],
  OUTPUT: ['OUTPUT'],
  POSTROUTING: ['PREROUTING', 'FORWARD', 'OUTPUT', 'POSTROUTING'],
};

interface Setting {
  readonly mark: MarkMeaning;
  readonly hooks: ReadonlySet<string>;
  readonly line: number;
}

interface Asking {
  readonly option: RuleOption;
  readonly mark: MarkMeaning;
  readonly hooks: ReadonlySet<string>;
  readonly line: number;
}

export const markNeverSet = lintRule({
  name: 'mark-never-set',
  severity: 'information',
  category: 'packets',
  finds: 'A rule that asks for a mark which no rule of the file gives, though others give marks.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const file = tables[0]?.file;
    if (!file || file.settings.fragment || tables.length < file.blocks.length) return;
    const found = marksIn(file, tables);
    if (!found || found.settings.length === 0) return;
    for (const { option, mark, hooks, line } of found.askings) {
      const near = found.settings.filter((one) => found.areCarried || precedes(one.hooks, hooks));
      if (near.some((one) => mayGive(one.mark, mark))) continue;
      const later = found.settings.find((one) => mayGive(one.mark, mark));
      const why = later
        ? `gives it later, in ${[...later.hooks].join(' and ')}`
        : `gives ${wordsOf(found.settings.map((one) => one.mark))}`;
      report({
        message: `No packet has this mark here: ${later ? `line ${later.line + 1}` : 'this file'} ${why}. If no other program sets it, the rule never matches.`,
        line,
        start: option.start,
        end: option.end,
      });
    }
  },
});

/** What a rule has to do with marks. */
type Use =
  | { readonly kind: 'sets'; readonly mark: MarkMeaning }
  | { readonly kind: 'asks'; readonly mark: MarkMeaning; readonly option: RuleOption }
  | { readonly kind: 'carries' }
  /** Somebody else may give marks, and nobody knows which. */
  | { readonly kind: 'unknown' };

const UNKNOWN: readonly Use[] = [{ kind: 'unknown' }];
const usesIn = foundBy(usesAt);

function usesAt(file: RulesFile, line: number): readonly Use[] {
  const text = file.lines.line(line);
  if (BY_PROGRAMS.test(text)) return UNKNOWN;
  if (!/mark/i.test(text)) return [];
  const entry = file.entry(line);
  if (!isRule(entry) || !takesEffect(entry)) return UNKNOWN;
  const rule = file.rule(line);
  return rule.options.flatMap((option): readonly Use[] => {
    if (CARRYING.has(option.name)) return [{ kind: 'carries' }];
    const isSetting = SETTING.has(option.name);
    if (!isSetting && (option.name !== '--mark' || option.negated)) return [];
    const [value] = option.values;
    const mark = value && !value.unknown ? meaningOf(rule, value) : undefined;
    if (mark?.kind !== 'mark') return isSetting ? UNKNOWN : [];
    if (isSetting) return [{ kind: 'sets', mark }];
    return (mark.value & mark.mask) === 0 ? [] : [{ kind: 'asks', mark, option }];
  });
}

function marksIn(file: RulesFile, tables: readonly PacketTable[]) {
  const settings = new Map<string, Setting>();
  const askings: Asking[] = [];
  let areCarried = false;
  for (const { chains, reach } of tables) {
    for (const chain of chains) {
      const found = usesIn(file, chain);
      if (found.length > 0 && toolOf(chain.name) !== undefined) return undefined;
      const hooks = reach.hooksOf(chain);
      for (const [{ line }, uses] of found) {
        for (const use of uses) {
          if (use.kind === 'unknown') return undefined;
          if (use.kind === 'carries') areCarried = true;
          else if (use.kind === 'sets') {
            const key = `${use.mark.value} ${use.mark.mask} ${[...hooks].join(' ')}`;
            if (!settings.has(key)) settings.set(key, { mark: use.mark, hooks, line });
            if (settings.size > MOST_MARKS) return undefined;
          } else if (hooks.size > 0) askings.push({ option: use.option, mark: use.mark, hooks, line });
        }
      }
    }
  }
  return { settings: [...settings.values()], askings, areCarried };
}

/** Of a chain to which no rule leads nobody knows when packets come there. */
function precedes(setting: ReadonlySet<string>, asking: ReadonlySet<string>): boolean {
  if (setting.size === 0) return true;
  return [...asking].some((hook) => (BEFORE[hook] ?? []).some((before) => setting.has(before)));
}

/** What is written has a bit that is asked for, and none that is not to be there. */
function mayGive(given: MarkMeaning, asked: MarkMeaning): boolean {
  const bits = asked.mask & (given.mask | given.value);
  return (given.value & asked.value & asked.mask) !== 0 && ((given.value ^ asked.value) & bits) === 0;
}

function wordsOf(marks: readonly MarkMeaning[]): string {
  const words = [...new Set(marks.map(({ value }) => `0x${(value >>> 0).toString(16)}`))];
  return words.length > 4 ? `${words.length} other ones` : words.join(', ');
}
