// Values that are wrong: the suggestions, and what else a wrong value shows to be meant.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import { protocolsIn } from '../../vocabulary/values/protocol.ts';
import { type Fix, type Fixer, insertLines } from '../fix.ts';
import { mendAddress } from './addresses.ts';
import { skipForFamily, writeForFamily } from './family.ts';
import { mendPorts } from './ports.ts';
import { asWord, ruleLine } from './rule-line.ts';
import { closeQuote } from './slips.ts';
import { joinStrays } from './strays.ts';
import { ruleForEach } from './two-rules.ts';
import { type WrongValue, wrongValueAt } from './wrong-value.ts';

const MOST_SUGGESTIONS = 3;

/** Puts each suggestion in place of what is marked; those for a value stand for the whole of it. */
export const useSuggestion: Fixer = (file, finding) => {
  const { line, start, end, code } = finding;
  const suggestions = (finding.suggestions ?? []).slice(0, MOST_SUGGESTIONS);
  if (suggestions.length === 0) return [];
  const rule = ruleLine(file, line);
  const columns = code === 'bad-value' ? rule.valueColumns(rule.wordAt(start)) : { start, end };
  return suggestions.map(
    (text, i): Fix => ({
      title: `Change to ${text}`,
      edits: [rule.replace(columns, asWord(text))],
      preferred: i === 0,
    }),
  );
};

/** Every change that could mend a value; what does not is sorted out by the proof. */
export const mendValue: Fixer = (file, finding) => {
  const rule = ruleLine(file, finding.line);
  const word = rule.wordAt(finding.start);
  if (rule.reading.openQuote >= 0) return closeQuote(file, { ...finding, start: rule.reading.openQuote });
  // Words behind the value belong to it: a fix for a part alone would lose them.
  const wrong = wrongValueAt(rule, word);
  const whole = wrong && /[^#]#/.test(wrong.text) ? moveHashUp(file, wrong) : joinStrays(file, rule, word);
  // The first that holds is the one that is meant.
  if (whole.length > 0) return whole.map((fix) => ({ ...fix, preferred: true }));
  const fixes = [...useSuggestion(file, finding)];
  if (fixes[0] && wrong && isOnlySpelling(wrong.text, finding.suggestions?.[0])) fixes[0] = { ...fixes[0], safe: true };
  if (!wrong) return fixes;
  const byProtocol = mendProtocol(file, wrong);
  // A name near a protocol's is meant for that rather than for a service.
  if (fixes.length > 0 && byProtocol[0]?.title.startsWith('Write it as')) fixes.push(...byProtocol);
  else fixes.unshift(...byProtocol);
  fixes.unshift(...negationIn(wrong), ...mendInterfaces(file, wrong));
  fixes.push(...mendPorts(file, wrong), ...mendAddress(file, wrong), ...mendList(wrong), ...mendRate(wrong));
  fixes.push(...writeForFamily(file, finding), ...skipForFamily(rule, wrong.text));
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
};

/** `--dport 22#why`: the comment begins without a blank before it. */
function moveHashUp(file: RulesFile, { rule, columns }: WrongValue): Fix[] {
  const at = rule.text.indexOf('#', columns.start);
  const edits = [
    insertLines(file, rule.line, [rule.text.substring(at).trimEnd()]),
    rule.replace({ start: at, end: rule.text.length }, ''),
  ];
  return [{ title: 'Move the comment to its own line above', edits, preferred: true }];
}

/**
 * `-p tcp,udp` and `-p tcp/udp` are two rules; `-p icmpv4` is icmp, which is not what its letters are nearest to;
 * `-p http` names a port.
 */
function mendProtocol(file: RulesFile, { rule, columns, text, name, negated }: WrongValue): Fix[] {
  if (name !== 'p' || negated) return [];
  const several = protocolsIn(text);
  if (several.length > 1) return ruleForEach(file, rule, columns, several);
  if (/^[a-z][a-z0-9-]*$/.test(text) && !/icmp/.test(text))
    return [{ title: `Write it as -p tcp --dport ${text}`, edits: [rule.replace(columns, `tcp --dport ${text}`)] }];
  if (rule.reading.family === 6 || !/^icmpv?4$/i.test(text)) return [];
  return [{ title: 'Change to icmp', edits: [rule.replace(columns, 'icmp')], safe: true }];
}

/** `-i eth0,eth1` is two rules. */
function mendInterfaces(file: RulesFile, { rule, columns, text, name, negated }: WrongValue): Fix[] {
  if (!/^[io]$/.test(name) || negated || !text.includes(',')) return [];
  return ruleForEach(file, rule, columns, text.split(','));
}

/** `-s !192.0.2.1`: the ! stands in front of the option. */
function negationIn({ rule, option, columns, text, negated }: WrongValue): Fix[] {
  const start = rule.reading.words[option]?.start;
  if (negated || !/^!./.test(text) || start === undefined || columns.start <= start) return [];
  const edits = [rule.replace({ start, end: start }, '! '), rule.replace(columns, asWord(text.slice(1)))];
  return [{ title: 'Move the ! before the option', edits, safe: true }];
}

/** True where two texts differ in signs and in the case of letters alone: `22-80` and `22:80`, `SSH` and `ssh`. */
function isOnlySpelling(text: string, suggestion: string | undefined): boolean {
  const bare = (each: string) => each.toLowerCase().replace(/[^a-z0-9]/g, '');
  return suggestion !== undefined && !text.startsWith('!') && bare(text) === bare(suggestion);
}

/** Empty entries and doubles of a list go, and what stands for a comma elsewhere becomes one. */
function mendList({ rule, columns, text }: WrongValue): Fix[] {
  const comma = /^[a-z]+(?:[/:][a-z]+)+$/i.test(text) ? /[/:]/ : /[,;|+\uff0c]/;
  if (!comma.test(text)) return [];
  const entries = text.split(comma).map((entry) => entry.trim());
  const kept = [...new Set(entries.filter((entry) => entry !== ''))].join(',');
  if (kept === text || kept === '') return [];
  return [{ title: `Change to ${kept}`, edits: [rule.replace(columns, kept)], safe: true }];
}

/** The most that one second may have: hashlimit counts finer than limit. */
const MOST_PACKETS = { limit: 10000, hashlimit: 1000000 } as const;
const UNITS: Readonly<Record<string, string>> = { sec: 'second', min: 'minute', hr: 'hour', h: 'hour', d: 'day' };

/** A rate that is too fast becomes the fastest, an unknown unit the one that is meant, `min/5` is turned round. */
function mendRate({ rule, columns, text, name }: WrongValue): Fix[] {
  if (!/limit|hashlimit/.test(name)) return [];
  const [left = '', right = ''] = text.split('/');
  const [count, unit] = /^\d+$/.test(right) && !/^\d/.test(left) ? [right, left] : [left, right];
  const known = UNITS[unit.toLowerCase().replace(/s$/, '')];
  const most = MOST_PACKETS[name.startsWith('--hash') ? 'hashlimit' : 'limit'];
  const isTooFast = Number(count) > most && 'second'.startsWith(unit.toLowerCase());
  const better = known !== undefined ? `${count}/${known}` : isTooFast ? `${most}/second` : undefined;
  if (better === undefined) return [];
  return [{ title: `Change to ${better}`, edits: [rule.replace(columns, better)] }];
}
