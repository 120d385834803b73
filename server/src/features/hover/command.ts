// Hovers of the words of a command line: each by the role that it has for iptables.

import { isGrave } from '../../ruleset/fault.ts';
import { knownMatch, ownersOf } from '../../ruleset/known.ts';
import { Role, type Rule } from '../../ruleset/rule.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { addonOf } from '../../vocabulary/addons.ts';
import type { GenericOption } from '../../vocabulary/generic-options.ts';
import type { Extension, Family, Option } from '../../vocabulary/schema.ts';
import { sentenceOf } from '../plain/sentence.ts';
import { chainPage } from './chains.ts';
import { extensionName, extensionPage, optionPage } from './extension.ts';
import { policyPage } from './frame.ts';
import { genericPage } from './generic.ts';
import { byLetter } from './letters.ts';
import { code, fact, render, titled } from './page.ts';
import { list } from './prose.ts';
import type { Spot } from './spot.ts';
import { targetPage } from './target.ts';
import { type ValueOwner, valuePage } from './value.ts';

/**
 * What to say of a column of the line of `rule`; undefined between words and in comments. `decided` says what the rule decides
 * where it stands.
 */
export function commandSpot(
  rule: Rule,
  column: number,
  block: TableBlock | undefined,
  decided: () => string | undefined,
): Spot | undefined {
  const word = rule.at(column);
  if (word < 0) return undefined;
  const spot = new CommandLine(rule, block).spot(word, column);
  const loads = !rule.skipped && !rule.ends && !rule.faults.some(isGrave);
  if (!spot || word !== rule.commandWord || !loads) return spot;
  const sentence = sentenceOf(rule);
  if (sentence === undefined) return spot;
  const about = [sentence, decided()].filter((one) => one !== undefined).join('\n\n');
  return { ...spot, text: `${about}\n\n---\n\n${spot.text}` };
}

/** One command line while one hover is made of it. */
class CommandLine {
  private readonly rule: Rule;
  private readonly block: TableBlock | undefined;
  private readonly family: Family;

  constructor(rule: Rule, block: TableBlock | undefined) {
    this.rule = rule;
    this.block = block;
    this.family = rule.family;
  }

  spot(word: number, column: number): Spot | undefined {
    const { words } = this.rule;
    const text = words[word]?.text ?? '';
    const owner = words[word]?.found;
    switch (words[word]?.role) {
      case Role.option:
        return text.startsWith('--') ? this.longOption(word, column) : this.shortOptions(word, column);
      case Role.value:
        if (owner) return this.value(word, 0, text, owner, this.rule.words[word]?.part ?? 0, column);
        return this.looseValue(word, text);
      case Role.negation:
        return this.page(word, this.negationPage(word));
      case Role.match:
        return this.page(word, this.matchPage(text));
      case Role.target:
        return this.page(word, targetPage(text, this.isGoto(word), this.family, this.block));
      case Role.chain:
        return this.page(word, chainPage(text, this.block));
      case Role.operand:
        return this.page(word, this.operandPage(word, text));
      default:
        return this.unknown(word, text);
    }
  }

  private page(word: number, text: string, from?: number, to?: number): Spot {
    return { ...this.rule.columns(word, from, to), text };
  }

  /** The offset of a column within the unquoted word. */
  private offset(word: number, column: number): number {
    const { words } = this.rule;
    return words[word]?.quoted ? 0 : Math.max(0, column - (words[word]?.start ?? 0));
  }

  private longOption(word: number, column: number): Spot | undefined {
    const { words } = this.rule;
    const text = words[word]?.text ?? '';
    const equals = text.indexOf('=');
    const owner = words[word]?.found;
    if (text === '--')
      return this.page(
        word,
        render({ title: titled('--', 'end of the options'), paragraphs: ['Nothing may follow it.'] }),
      );
    if (!owner) return undefined;
    if (equals >= 0 && this.offset(word, column) > equals) {
      const value = text.slice(equals + 1);
      return owner.kind === 'generic'
        ? this.genericValue(word, equals + 1, value, owner.option, column)
        : this.value(word, equals + 1, value, owner, 0, column);
    }
    const name = equals < 0 ? text : text.slice(0, equals);
    return this.page(
      word,
      owner.kind === 'generic'
        ? genericPage(owner.option, this.family)
        : this.extensionOption(owner.extension, owner.option, name),
      0,
      name.length,
    );
  }

  private extensionOption(extension: Extension, option: Option, written: string): string {
    const full = [option.name, ...(option.aliases ?? [])].find((name) => name.startsWith(written)) ?? option.name;
    const implicit = this.rule.instances.some((one) => one.known.extension === extension && one.implicit);
    const cut = full === written ? undefined : `${code(written)} is an abbreviation of ${code(full)}.`;
    const loaded = implicit ? `${extensionName(extension)} is loaded by the rule's ${code('-p')}.` : undefined;
    return optionPage(extension, option, this.family, [cut, loaded].filter((one) => one !== undefined).join(' '));
  }

  /** A cluster such as `-fj`, or a letter with its value joined: `-ieth0`. */
  private shortOptions(word: number, column: number): Spot | undefined {
    const text = this.rule.words[word]?.text ?? '';
    const wanted = this.offset(word, column);
    for (let at = 1; at < text.length; at++) {
      const option = byLetter(text.charAt(at));
      if (!option) return undefined;
      const takes = option.takes !== 'nothing';
      // The dash belongs to the first letter; a mouse at the end of the word to the last.
      if (wanted <= at || (wanted === at + 1 && at + 1 === text.length))
        return this.page(word, genericPage(option, this.family), at === 1 ? 0 : at, at + 1);
      if (takes) return this.genericValue(word, at + 1, text.slice(at + 1), option, column);
    }
    return undefined;
  }

  /** A value joined to a generic option; `from` is where it begins in the word. */
  private genericValue(
    word: number,
    from: number,
    text: string,
    option: GenericOption,
    column: number,
  ): Spot | undefined {
    const end = from + text.length;
    if (option.role === 'load') return this.page(word, this.matchPage(text), from, end);
    if (option.role === 'target')
      return this.page(word, targetPage(text, option.letter === 'g', this.family, this.block), from, end);
    if (option.role === 'command') return this.page(word, chainPage(text, this.block), from, end);
    if (option.role === 'condition') return this.value(word, from, text, { kind: 'generic', option }, 0, column);
    return this.looseValue(word, text, option, from);
  }

  private value(
    word: number,
    from: number,
    text: string,
    owner: ValueOwner,
    part: number,
    column: number,
  ): Spot | undefined {
    const value = owner.option.values[part];
    if (!value) return undefined;
    const at = Math.max(0, this.offset(word, column) - from);
    const negated = this.isNegated(word, part, from > 0);
    const page = valuePage(
      { text, at, value, part, owner, negated },
      { family: this.family, protocol: this.rule.protocol },
    );
    return this.page(word, page.text, from + page.from, from + page.to);
  }

  private isNegated(word: number, part: number, joined: boolean): boolean {
    const option = joined ? word : word - 1 - part;
    return this.rule.words[option - 1]?.role === Role.negation;
  }

  /** A value of an option whose values iptables does not judge: counters, a table, a command. */
  private looseValue(word: number, text: string, joined?: GenericOption, from = 0): Spot {
    const { words } = this.rule;
    let at = word;
    while (at > 0 && words[at]?.role === Role.value) at--;
    const owner = words[at]?.found;
    const option = joined ?? (owner?.kind === 'generic' ? owner.option : byLetter((words[at]?.text ?? '').charAt(1)));
    const what =
      option?.role === 'counters'
        ? word - at === 2
          ? 'bytes of the rule so far'
          : 'packets of the rule so far'
        : 'value';
    const page = render({
      title: titled(
        text,
        option ? `${what}, for ${code(option.letter === undefined ? option.name : `-${option.letter}`)}` : what,
      ),
      paragraphs: [option?.summary],
      example: option?.example,
    });
    return this.page(word, page, from, from + text.length);
  }

  private isGoto(word: number): boolean {
    const owner = this.rule.words[word - 1]?.found;
    return owner?.kind === 'generic' && owner.option.letter === 'g';
  }

  private negationPage(word: number): string {
    const next = this.rule.words[word + 1]?.text;
    const before = this.rule.words[word - 1]?.text ?? '';
    const old = this.rule.words[word - 1]?.role === Role.option && before.startsWith('-');
    const option = old ? before : (next ?? '').replace(/=.*$/, '');
    return render({
      title: titled('!', 'negation'),
      paragraphs: [
        option === ''
          ? 'An option must follow.'
          : `Negates ${code(option)}: the rule matches packets for which it is not true.`,
        old ? 'Only old versions allow it here: write it before the option.' : undefined,
      ],
      facts: [fact('Syntax', '`! --option value`: before the option, with spaces around it')],
      example:
        this.family === 4
          ? '-A INPUT ! -s 192.0.2.0/24 -p tcp --dport 22 -j DROP'
          : '-A INPUT ! -s 2001:db8::/32 -p tcp --dport 22 -j DROP',
      source: 'iptables(8)',
    });
  }

  private matchPage(name: string): string {
    const known = knownMatch(name, this.family);
    if (known) {
      const { extension } = known;
      return extensionPage(
        extension,
        this.family,
        extension.name === name ? undefined : `${code(name)} is another name for it.`,
      );
    }
    const other = this.family === 4 ? 6 : 4;
    const there = knownMatch(name, other);
    if (there)
      return extensionPage(there.extension, other, `This file is for IPv${this.family}, which does not have it.`);
    const addon = addonOf(name);
    const says =
      addon === undefined ? `iptables has no match ${code(name)}.` : `A match of ${addon}, a separate project.`;
    return render({ title: titled(`-m ${name}`, 'match'), paragraphs: [says] });
  }

  /** What follows the chain of a command: a policy, a new name, a rule's number. */
  private operandPage(word: number, text: string): string {
    const { letter, chain } = this.rule;
    if (letter === 'P') return policyPage(text, chain);
    if (letter === 'E')
      return render({
        title: titled(text, 'new name'),
        paragraphs: [`The chain${chain === undefined ? '' : ` ${code(chain)}`} has this name from here on.`],
      });
    if (word === this.rule.chainWord) return chainPage(text, this.block);
    return render({
      title: titled(text, 'rule number'),
      paragraphs: [
        `A position in the chain${chain === undefined ? '' : ` ${code(chain)}`}; its first rule is 1.`,
        NUMBER_SAYS.get(letter ?? ''),
      ],
      facts: [fact('Value', 'a whole number from 1')],
      source: 'iptables(8)',
    });
  }

  private unknown(word: number, text: string): Spot | undefined {
    if (!text.startsWith('-') || text.length < 2) return undefined;
    const name = text.replace(/=.*$/, '');
    const owners = name.startsWith('--') ? ownersOf(name, this.family) : [];
    const first = owners.find((extension) => extension.name === 'tcp') ?? owners[0];
    const option = first?.options.find((one) => one.name === name || one.aliases?.includes(name));
    if (!first || !option) return undefined;
    const note = `Not available here: it needs ${list(owners.map(extensionName), 'or')} before it.`;
    return this.page(word, optionPage(first, option, this.family, note), 0, name.length);
  }
}

const NUMBER_SAYS: ReadonlyMap<string, string> = new Map([
  ['I', 'The rule is put there, and those from there on move down by one.'],
  ['D', 'The rule with this number is deleted.'],
  ['R', 'The rule with this number is replaced.'],
  ['Z', 'Its counters are set to zero.'],
  ['L', 'Only this rule is printed.'],
  ['S', 'Only this rule is printed.'],
]);
