// Completions for bash; they ask for no other package.

import { PROGRAM, SUBCOMMANDS } from '../commands.ts';
import { type CommandLine, choicesOf, optionsOf } from '../options/command-line.ts';

/** The text that bash is to source. */
export function bashCompletions(): string {
  const subcommands = Object.keys(SUBCOMMANDS);
  const cases = Object.entries(SUBCOMMANDS).map(([name, line]) => `    ${name})\n${body(line)}\n      ;;`);
  return `# bash completion for iptables-lint
_iptables_lint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} options values=
  # bash makes words of "--name=value" at the "=".
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
    *)
${body(PROGRAM)}
      ((COMP_CWORD > 1)) || options+=' ${subcommands.join(' ')}'
      ;;
  esac
  if [[ -n $values ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
  elif [[ $cur == -* || $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  fi
}
complete -o default -F _iptables_lint iptables-lint
`;
}

function body(line: CommandLine): string {
  const options = optionsOf(line);
  const lines = options.flatMap((option) => {
    const { name, value, names } = option;
    const choices = choicesOf(option);
    if (value === undefined || names === 'file') return [];
    if (names === 'rule')
      return [`        --${name}) values=$("\${COMP_WORDS[0]}" --list-rules 2>/dev/null | cut -d ' ' -f 1) ;;`];
    if (choices) return [`        --${name}) values='${choices.join(' ')}' ;;`];
    return [];
  });
  const free = options.filter(({ value, names }) => typeof value === 'string' && names === undefined);
  const none =
    free.length === 0
      ? []
      : [
          `        ${free.map(({ name }) => `--${name}`).join(' | ')})`,
          '          compopt +o default 2>/dev/null',
          '          return',
          '          ;;',
        ];
  const files = options.filter(({ names }) => names === 'file');
  const paths = files.length === 0 ? [] : [`        ${files.map(({ name }) => `--${name}`).join(' | ')}) return ;;`];
  return [
    `      options='${options.map(({ name }) => `--${name}`).join(' ')}'`,
    '      case $prev in',
    ...lines,
    ...none,
    ...paths,
    '      esac',
  ].join('\n');
}
