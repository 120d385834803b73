// Options that are not known where they stand: their match loaded, moved in front, or the option spelled right.

import { knownMatch, matchNames, ownersOf } from '../../ruleset/known.ts';
import { sameOption } from '../../ruleset/same-options.ts';
import { nearest } from '../../vocabulary/nearest.ts';
import { findProtocol } from '../../vocabulary/protocols.ts';
import type { Extension } from '../../vocabulary/schema.ts';
import type { Edit, Fix, Fixer } from '../fix.ts';
import { writeForFamily } from './family.ts';
import { withProtocol } from './protocols.ts';
import { type RuleLine, ruleLine, type Stretch } from './rule-line.ts';
import { useSuggestion } from './values.ts';

const PORT = /^--(?:s|d|source-|destination-)port$/;
const MOST_OWNERS = 3;

/** Everything that makes an option known in its place; what makes it worse is sorted out by the proof. */
export const makeKnown: Fixer = (file, finding) => {
  const rule = ruleLine(file, finding.line);
  const word = rule.wordAt(finding.start);
  const name = rule.word(word).split('=')[0] ?? '';
  const owners = ownersOf(name, rule.reading.family);
  const option = rule.option(word);
  const fixes: Fix[] = [...inOtherWords(rule, word, name), ...byAnotherName(rule, word, name)];
  if (PORT.test(name)) fixes.push(...withProtocol(rule, option, ['tcp', 'udp']));
  else fixes.push(...withMatch(rule, option, owners));
  fixes.push(...withTarget(rule, option, owners));
  fixes.push(...useSuggestion(file, finding), ...writeForFamily(file, finding));
  // Without a condition a rule would match more; without a target's option it does what the target does by itself.
  if (owners.length > 0 && owners.every(({ kind }) => kind === 'target'))
    fixes.push({ title: `Remove ${name}`, edits: [ruleLine(file, finding.line).without(option)] });
  if (fixes.length === 0) fixes.push(...misspelledElsewhere(rule, option, word, name));
  return fixes.map((fix, i) => ({ ...fix, preferred: i === 0 }));
};

/** What people call options that have another name, where the nearest name would be another one. */
const CALLED: Readonly<Record<string, string>> = {
  '--port': '--dport',
  '--dest-port': '--dport',
  '--destport': '--dport',
  '--dst-port': '--dport',
  '--dstport': '--dport',
  '--source-ports': '--sports',
  '--src-port': '--sport',
  '--srcport': '--sport',
  '--input': '--in-interface',
  '--output': '--out-interface',
  '--src-ip': '--source',
  '--dst-ip': '--destination',
  '--target': '--jump',
};

function byAnotherName(rule: RuleLine, word: number, name: string): Fix[] {
  const better = CALLED[name];
  const start = rule.reading.words[word]?.start;
  if (better === undefined || start === undefined) return [];
  return [{ title: `Change to ${better}`, edits: [rule.replace({ start, end: start + name.length }, better)] }];
}

/** `--commnet "x"` without -m comment: the option of a match that is not loaded either. */
function misspelledElsewhere(rule: RuleLine, option: Stretch, word: number, name: string): Fix[] {
  const { family, words } = rule.reading;
  const matches = matchNames(family).flatMap((match) => knownMatch(match, family)?.extension ?? []);
  const owned = matches.filter(({ name: match }) => !findProtocol(match));
  const [better] = nearest(
    name,
    owned.flatMap(({ options }) => options.map((each) => each.name)),
  );
  const owner = owned.find(({ options }) => options.some((each) => each.name === better));
  const start = words[word]?.start;
  if (better === undefined || !owner || start === undefined || name.length < 6) return [];
  const put = `-m ${owner.name} ${rule.text.substring(option.start, start)}${better}`;
  const edits = [rule.replace({ start: option.start, end: start + name.length }, put)];
  return [{ title: `Write -m ${owner.name} ${better}`, edits }];
}

/** --state beside -m conntrack is --ctstate; --ctstate beside -m state wants -m conntrack. */
function inOtherWords(rule: RuleLine, word: number, name: string): Fix[] {
  const same = sameOption(rule.reading.instances, name);
  if (!same) return [];
  const start = rule.reading.words[word]?.start ?? 0;
  if (same.name === '--ctstate')
    return [
      {
        title: 'Change to --ctstate',
        edits: [rule.replace({ start, end: start + name.length }, same.name)],
        safe: true,
      },
    ];
  const columns = rule.reading.columns(same.instance.word);
  return [{ title: 'Change to -m conntrack', edits: [rule.replace(columns, 'conntrack')], safe: true }];
}

function withMatch(rule: RuleLine, option: Stretch, owners: readonly Extension[]): Fix[] {
  const fixes: Fix[] = [];
  for (const { kind, name, protocols } of owners.slice(0, MOST_OWNERS)) {
    if (kind !== 'match') continue;
    const later = rule.reading.instances.find(
      ({ known, implicit, word }) => !implicit && known.extension.name === name && word > option.last,
    );
    if (later) {
      fixes.push(inFront(rule, rule.naming(later.word), option));
      continue;
    }
    if (findProtocol(name) || name === 'icmp6')
      fixes.push(...withProtocol(rule, option, [name === 'icmp6' ? 'ipv6-icmp' : name]));
    else if (protocols && !rule.reading.has('p')) {
      for (const protocol of protocols.slice(0, 2)) fixes.push(loading(rule, option, `-p ${protocol} -m ${name}`));
    } else fixes.push(withList(rule, option, name, loading(rule, option, `-m ${name}`, owners.length === 1)));
  }
  return fixes;
}

/** `--dports 22 80`: with multiport the ports are one list. */
function withList(rule: RuleLine, option: Stretch, name: string, fix: Fix): Fix {
  const first = option.first + (rule.word(option.first) === '!' ? 2 : 1);
  if (name !== 'multiport' || option.last <= first) return fix;
  const operands = rule.stretch(first, option.last);
  return { ...fix, edits: [...fix.edits, rule.replace(operands, rule.raw(operands).replace(/[\s,]+/g, ','))] };
}

function loading(rule: RuleLine, option: Stretch, text: string, safe = false): Fix {
  return { title: `Add ${text}`, edits: [rule.before(option, text)], safe };
}

function inFront(rule: RuleLine, what: Stretch, option: Stretch): Fix {
  const text = rule.raw(what);
  const edits: Edit[] = [rule.before(option, text), rule.without(what)];
  return { title: `Move ${text} before it`, edits, safe: true };
}

/** A target's option goes behind its -j; where the rule has none, -j is put before it. */
function withTarget(rule: RuleLine, option: Stretch, owners: readonly Extension[]): Fix[] {
  const targets = owners.filter(({ kind }) => kind === 'target');
  const { target, words } = rule.reading;
  const wanted = target?.extension.name ?? rule.reading.object?.toUpperCase();
  const own = targets.find(({ name }) => name === wanted);
  if (own) {
    const edits = [rule.without(option), rule.behind(words.length - 1, rule.raw(option))];
    return [{ title: `Move ${rule.raw(option)} after -j ${own.name}`, edits, safe: true }];
  }
  if (rule.reading.object !== undefined) return [];
  return targets.slice(0, MOST_OWNERS).map(({ name }) => loading(rule, option, `-j ${name}`));
}
