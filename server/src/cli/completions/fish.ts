// Completions for fish.

import { PROGRAM, SUBCOMMANDS } from '../commands.ts';
import { type CommandLine, choicesOf, type Option, optionsOf } from '../options/command-line.ts';

/** The text of the file. */
export function fishCompletions(): string {
  const names = Object.keys(SUBCOMMANDS).join(' ');
  const subcommands = Object.entries(SUBCOMMANDS).map(
    ([name, { summary }]) => `complete -c iptables-lint -n '${isFirst}' -a ${name} -d ${quoted(summary)}`,
  );
  const own = Object.entries(SUBCOMMANDS).flatMap(([name, line]) =>
    linesOf(line, `__fish_seen_subcommand_from ${name}`),
  );
  return `# fish completion for iptables-lint
${[...subcommands, ...linesOf(PROGRAM, `not __fish_seen_subcommand_from ${names}`), ...own].join('\n')}
`;
}

/** No word is before it. */
const isFirst = 'test (count (commandline -opc)) -eq 1';

function linesOf(line: CommandLine, condition: string): readonly string[] {
  return optionsOf(line).map((option) => {
    const { name, letter, about } = option;
    const short = letter === undefined ? '' : ` -s ${letter}`;
    return `complete -c iptables-lint -n '${condition}' -l ${name}${short}${valuePart(option)} -d ${quoted(about)}`;
  });
}

function valuePart(option: Option): string {
  const choices = choicesOf(option);
  if (option.value === undefined) return '';
  if (choices) return ` -x -a '${choices.join(' ')}'`;
  return HOW[option.names ?? 'nothing'];
}

const HOW = {
  file: ' -r -F',
  rule: ' -x -a \'(iptables-lint --list-rules 2>/dev/null | string replace -r " .*" "")\'',
  nothing: ' -x',
} as const;

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
