// Owns the breaking of options: misspelt, cut, doubled, moved, negated, without their values.
import type { Random } from '../random.ts';
import { optionWords, quote } from '../rule.ts';
import { makeValue } from '../values/index.ts';
import { anyOption, type Breakage, isSwitch, onSpan, span, splice, withValue, word } from './spans.ts';

/** Changes an option's name. */
function rename(change: (name: string, random: Random) => string): Breakage {
  return onSpan(anyOption, (rule, { at }, random) => splice(rule, at, 1, change(word(rule, at), random)));
}

const cutAt = (text: string, length: number): string => text.slice(0, Math.max(3, length));

export const OPTION_BREAKAGES: Readonly<Record<string, Breakage>> = {
  'option-typo': rename((name, random) => {
    const at = random.int(2, name.length);
    return random.chance(0.5) ? `${name.slice(0, at)}x${name.slice(at)}` : `${name.slice(0, at)}${name.slice(at + 1)}`;
  }),
  'option-cut-1': rename((name) => cutAt(name, name.length - 1)),
  'option-cut-half': rename((name) => cutAt(name, Math.ceil(name.length / 2))),
  'option-cut': rename((name, random) => cutAt(name, random.int(3, name.length))),
  'option-upper': rename((name) => name.toUpperCase()),
  'single-dash': rename((name) => name.slice(1)),
  'triple-dash': rename((name) => `-${name}`),
  'option-equals': onSpan(withValue, (rule, { at }) => splice(rule, at, 2, `${word(rule, at)}=${word(rule, at + 1)}`)),
  'switch-equals': onSpan(isSwitch, (rule, { at }) => splice(rule, at, 1, `${word(rule, at)}=1`)),
  'option-twice': onSpan(anyOption, (rule, one) => splice(rule, one.at + one.length, 0, ...span(rule, one))),
  'option-removed': onSpan(anyOption, (rule, { at, length }) => splice(rule, at, length)),
  'value-missing': onSpan(withValue, (rule, { at, length }) => splice(rule, at + length - 1, 1)),
  'flag-with-value': onSpan(isSwitch, (rule, { at }) => splice(rule, at + 1, 0, '1')),
  negated: onSpan(
    () => true,
    (rule, { at }) => splice(rule, at, 0, '!'),
  ),
  'negated-twice': onSpan(anyOption, (rule, { at }) => splice(rule, at, 0, '!', '!')),
  'old-negation': onSpan(
    () => true,
    (rule, { at }) => splice(rule, at + 1, 0, '!'),
  ),
  'joined-negation': onSpan(
    () => true,
    (rule, { at }) => splice(rule, at, 1, `!${word(rule, at)}`),
  ),
  'option-moved': onSpan(anyOption, (rule, one, random) => {
    const rest = splice(rule, one.at, one.length);
    return splice(rest, random.int(2, rest.words.length), 0, ...span(rule, one));
  }),
  'option-first': onSpan(anyOption, (rule, one) => splice(splice(rule, one.at, one.length), 0, 0, ...span(rule, one))),
  'option-added': onSpan(anyOption, (rule, { at, length, extension }, random) => {
    const other = extension && random.pick(extension.options);
    return extension && other && splice(rule, at + length, 0, ...optionWords(extension, other, rule.family, random));
  }),
  'value-anew': onSpan(withValue, (rule, { at, length, option, extension }, random) => {
    const index = random.int(1, length - 1);
    const value = option?.values[index - 1];
    if (!value || !extension || !option) return undefined;
    const owner = { extension: extension.name, option: option.name };
    return splice(
      rule,
      at + index,
      1,
      quote(makeValue(value, owner, random.chance(0.2) ? (rule.family === 4 ? 6 : 4) : rule.family, random)),
    );
  }),
};
