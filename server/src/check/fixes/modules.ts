// Options that are not known where they stand: their match loaded, moved in front, or the option spelled right.

import { ownersOf } from '../../ruleset/known.ts';
import { findProtocol } from '../../vocabulary/protocols.ts';
import type { Extension } from '../../vocabulary/schema.ts';
import type { Edit, Fix, Fixer } from '../fix.ts';
import { writeForFamily } from './family.ts';
import { withProtocol } from './protocols.ts';
import { type RuleLine, ruleLine, type Stretch } from './rule-line.ts';
import { useSuggestion } from './values.ts';

const PORT = /^--(?:s|d|source-|destination-)port$/;
const MOST_OWNERS = 3;
/** Names of one thing in two modules. */
const SAME: Readonly<Record<string, string>> = { '--state': '--ctstate', '--ctstate': '--state' };

/** Everything that makes an option known in its place; what makes it worse is sorted out by the proof. */
export const makeKnown: Fixer = (file, finding) => {
  const rule = ruleLine(file, finding.line);
  const word = rule.wordAt(finding.start);
  const name = rule.word(word).split('=')[0] ?? '';
  const owners = ownersOf(name, rule.reader.family);
  const option = rule.option(word);
  const fixes: Fix[] = [...inOtherWords(rule, word, name)];
  if (PORT.test(name)) fixes.push(...withProtocol(rule, option, ['tcp', 'udp']));
  else fixes.push(...withMatch(rule, option, owners));
  fixes.push(...withTarget(rule, option, owners));
  fixes.push(...useSuggestion(file, finding), ...writeForFamily(file, finding));
  // Without a condition a rule would match more; without a target's option it does what the target does by itself.
  if (owners.length > 0 && owners.every(({ kind }) => kind === 'target'))
    fixes.push({ title: `Remove ${name}`, edits: [ruleLine(file, finding.line).without(option)] });
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
};

/** --state beside -m conntrack is --ctstate; --ctstate beside -m state wants -m conntrack. */
function inOtherWords(rule: RuleLine, word: number, name: string): Fix[] {
  const other = SAME[name];
  const loaded = rule.reader.instances.find(({ known }) => known.extension.options.some((each) => each.name === other));
  if (other === undefined || !loaded) return [];
  const start = rule.reader.words.start[word] ?? 0;
  if (other === '--ctstate')
    return [
      { title: 'Change to --ctstate', edits: [rule.replace({ start, end: start + name.length }, other)], safe: true },
    ];
  const columns = rule.reader.words.columns(loaded.word);
  return [{ title: 'Change to -m conntrack', edits: [rule.replace(columns, 'conntrack')], safe: true }];
}

function withMatch(rule: RuleLine, option: Stretch, owners: readonly Extension[]): Fix[] {
  const fixes: Fix[] = [];
  for (const { kind, name, protocols } of owners.slice(0, MOST_OWNERS)) {
    if (kind !== 'match') continue;
    const later = rule.reader.instances.find(
      ({ known, implicit, word }) => !implicit && known.extension.name === name && word > option.last,
    );
    if (later) {
      fixes.push(inFront(rule, rule.naming(later.word), option));
      continue;
    }
    if (findProtocol(name) || name === 'icmp6')
      fixes.push(...withProtocol(rule, option, [name === 'icmp6' ? 'ipv6-icmp' : name]));
    else if (protocols && !rule.reader.has('p')) {
      for (const protocol of protocols.slice(0, 2)) fixes.push(loading(rule, option, `-p ${protocol} -m ${name}`));
    } else fixes.push(loading(rule, option, `-m ${name}`, owners.length === 1));
  }
  return fixes;
}

function loading(rule: RuleLine, option: Stretch, text: string, safe = false): Fix {
  return { title: `Add ${text}`, edits: [rule.before(option, text)], safe };
}

function inFront(rule: RuleLine, what: Stretch, option: Stretch): Fix {
  const text = rule.raw(what);
  const edits: Edit[] = [rule.before(option, text), rule.without(what)];
  return { title: `Move ${text} in front`, edits, safe: true };
}

/** A target's option goes behind its -j; where the rule has none, -j is put before it. */
function withTarget(rule: RuleLine, option: Stretch, owners: readonly Extension[]): Fix[] {
  const targets = owners.filter(({ kind }) => kind === 'target');
  const { target, words } = rule.reader;
  const own = targets.find(({ name }) => name === target?.extension.name);
  if (own) {
    const edits = [rule.without(option), rule.behind(words.count - 1, rule.raw(option))];
    return [{ title: `Move ${rule.raw(option)} behind -j ${own.name}`, edits, safe: true }];
  }
  if (rule.reader.object !== undefined) return [];
  return targets.slice(0, MOST_OWNERS).map(({ name }) => loading(rule, option, `-j ${name}`));
}
