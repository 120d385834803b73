// A rule that logs whatever comes before other rules of its chain accept it.

import { insertLines, removeLine } from '../../check/fix.ts';
import { Jump, Trait } from '../../ruleset/command.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { isRule } from '../../ruleset/rules-file.ts';
import { asksOnlyFor, conditionsOf } from '../common/conditions.ts';
import { lastRuleLine } from '../common/places.ts';
import { endsAll, type Fact, logs } from '../fact.ts';
import { lintRule } from '../rule.ts';
import type { ChainView } from '../view.ts';

const TCP = 6;
const LOGGERS: ReadonlySet<string> = new Set(['LOG', 'NFLOG']);

/** Logs all packets, or all of TCP: one that asks for more logs something of its own. */
const logsAll: Fact = {
  ...logs,
  holds: (rule) =>
    asksNoMore(rule) &&
    conditionsOf(rule).every((option) => option.letter === 'p' || option.instance?.known.extension.name === 'limit'),
};

/** Accepts some of TCP, and asks for something. */
const acceptsConnections: Fact = {
  may: ({ traits }) => (traits & Trait.accept) !== 0 && (traits & Trait.unconditional) === 0,
  maybe: (text) => !/ -p (udp|icmp|ipv6-icmp|icmpv6) /.test(text),
  surely: (text) => /^[^"'\\]*[^!] -p tcp /.test(text) || !/ -[A-Za-z]*p| --p/.test(text),
  holds: ({ namedProtocol, protocol }) => namedProtocol === undefined || protocol === TCP || protocol === 0,
};

export const logBeforeAccept = lintRule({
  name: 'log-before-accept',
  severity: 'warning',
  category: 'logging',
  finds: 'A rule that logs all packets above rules that accept them.',
  looksAt: 'chain',
  check(chain, report) {
    if (chain.table.block.table !== 'filter') return;
    const line = firstLogging(chain);
    const end = chain.first(endsAll);
    if (line < 0 || !chain.isBefore(line, end)) return;
    // What is behind a rule that takes everything accepts nothing.
    const accepting = [chain.last(acceptsConnections), chain.first(acceptsConnections)];
    const accept = accepting.find((one) => chain.isBefore(line, one) && one >= 0 && chain.isBefore(one, end));
    if (accept === undefined) return;
    const rule = chain.rule(line);
    if (LOGGERS.has(rule.object ?? '') && isSameAsked(rule, chain.rule(accept))) return;
    report({
      message: `This rule logs packets that rules below it accept, so the log of the chain "${chain.name}" fills with allowed traffic. Move it to the end of the chain.`,
      line,
      ...rule.columns(rule.objectWord),
    });
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    const entry = file.entry(line);
    if (!block || !isRule(entry) || entry.chain === undefined) return [];
    const last = lastRuleLine(
      file,
      block,
      entry.chain,
      (command) => (command.traits & Trait.refuse) === 0 && !(command.jump === Jump.jump && logs.may(command)),
    );
    if (last < line) return [];
    const edits = [removeLine(line), insertLines(file, last + 1, [file.lines.line(line)])];
    return [{ title: `Move the LOG rule after the last rule of ${entry.chain} that accepts`, edits, preferred: true }];
  },
});

/** Leads every packet to another chain. */
const leadsOn: Fact = {
  may: ({ jump, toExtension, traits }) => jump === Jump.jump && !toExtension && (traits & VERDICTS) === 0,
  maybe: (text) => !/ -[pio] | --?[sd]/.test(text),
  holds: (rule) => asksOnlyFor(rule, NOTHING),
};
const VERDICTS = Trait.accept | Trait.refuse | Trait.final;
const NOTHING: ReadonlySet<string> = new Set();
const doesMore: Fact = { may: (command) => !logs.may(command) && command.object !== 'RETURN' };

/** The first rule that logs all packets, by itself or in a chain that does nothing else and comes back; -1 without. */
function firstLogging(chain: ChainView): number {
  const own = chain.first(logsAll);
  const jump = chain.all(leadsOn).find((line) => {
    const callee = chain.table.chain(chain.rule(line).object ?? '');
    return callee && callee.first(logsAll) >= 0 && callee.first(doesMore) < 0;
  });
  return jump === undefined || (own >= 0 && chain.isBefore(own, jump)) ? own : jump;
}

/** Loads no match but those that are spoken of here. */
function asksNoMore({ instances, protocol, namedProtocol }: Rule): boolean {
  if (namedProtocol !== undefined && protocol !== TCP && protocol !== 0) return false;
  return instances.every(({ known: { extension } }) => {
    return extension.kind === 'target' || ['comment', 'limit', 'tcp'].includes(extension.name);
  });
}

/** A rule that accepts all that was logged is meant by the log. */
function isSameAsked(one: Rule, other: Rule): boolean {
  const words = (rule: Rule) =>
    conditionsOf(rule)
      .filter((option) => option.instance?.known.extension.name !== 'limit')
      .map(({ name, values }) => [name, ...values.map(({ text }) => text)].join(' '))
      .sort()
      .join(' ');
  return words(one) === words(other);
}
