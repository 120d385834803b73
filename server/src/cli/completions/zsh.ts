// Completions for zsh: a function that compinit finds as `_iptables-lint`.

import { PROGRAM, SUBCOMMANDS } from '../commands.ts';
import { type CommandLine, choicesOf, type Option, optionsOf, valueWordOf } from '../options/command-line.ts';

/** The text of the file. */
export function zshCompletions(): string {
  const cases = Object.entries(SUBCOMMANDS).map(
    ([name, line]) => `    ${name})
      shift words
      ((CURRENT--))
${specs(line, "'*:file:_files'")}
      ;;`,
  );
  const names = Object.entries(SUBCOMMANDS).map(([name, { summary }]) => `    ${quoted(`${name}:${summary}`)}`);
  return `#compdef iptables-lint

_iptables-lint_rules() {
  local -a rules
  rules=(\${\${(f)"$(_call_program rules $words[1] --list-rules 2>/dev/null)"}%% *})
  compadd -a rules
}

_iptables-lint_paths() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  ((CURRENT > 2)) || _describe command commands
  _files
}

_iptables-lint() {
  case $words[2] in
${cases.join('\n')}
    *)
${specs(PROGRAM, "'*:path:_iptables-lint_paths'")}
      ;;
  esac
}

_iptables-lint "$@"
`;
}

function specs(line: CommandLine, rest: string): string {
  const all = optionsOf(line).flatMap(specOf);
  return `      _arguments -s ${[...all, rest].map((one) => `\\\n        ${one}`).join(' ')}`;
}

function specOf(option: Option): readonly string[] {
  const { name, letter, isList, about } = option;
  const what = `[${escaped(about)}]${valuePart(option)}`;
  const long = quoted(`${isList ? '*' : ''}--${name}${option.value === undefined ? '' : '='}${what}`);
  return letter === undefined ? [long] : [long, quoted(`-${letter}${what}`)];
}

function valuePart(option: Option): string {
  const word = valueWordOf(option);
  const choices = choicesOf(option);
  if (word === undefined) return '';
  const how = choices ? `(${choices.join(' ')})` : HOW[option.names ?? 'nothing'];
  return `:${choices ? option.name : escaped(word)}:${how}`;
}

const HOW = { file: '_files', rule: '_iptables-lint_rules', nothing: ' ' } as const;

function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
