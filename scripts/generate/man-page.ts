// Owns the form of a man page: roff out of what a program takes.
import {
  type CommandLine,
  type Option,
  type OptionGroup,
  valueWordOf,
} from '../../server/src/cli/options/command-line.ts';

/** A part of a page with a title of its own. */
export interface Section {
  readonly title: string;
  /** Lines of roff. */
  readonly lines: readonly string[];
}

/** The page of a program in section 1. Its commands follow its options, then the sections that are given. */
export function manPage(
  program: CommandLine,
  commands: readonly CommandLine[],
  sections: readonly Section[],
  source: string,
): string {
  const { name, summary, description, groups, statuses } = program;
  const parts: readonly Section[] = [
    { title: 'NAME', lines: [`${roff(name)} \\- ${roff(summary)}`] },
    {
      title: 'SYNOPSIS',
      lines: [program, ...commands].flatMap((one, at) => [...(at === 0 ? [] : ['.br']), ...synopsis(one)]),
    },
    { title: 'DESCRIPTION', lines: description.flatMap((one, at) => [...(at === 0 ? [] : ['.PP']), roff(one)]) },
    { title: 'OPTIONS', lines: groups.flatMap(groupLines) },
    ...commands.map(commandSection),
    { title: 'EXIT STATUS', lines: statusLines(statuses) },
    ...sections,
  ];
  const head = `.TH ${name.toUpperCase().replaceAll('-', '\\-')} 1 "" "${source}" "User Commands"`;
  return `${[head, ...parts.flatMap(({ title, lines }) => [`.SH ${title}`, ...lines])].join('\n')}\n`;
}

function synopsis({ name, usage }: CommandLine): readonly string[] {
  return usage
    .filter(([words]) => !words.endsWith('--help'))
    .flatMap(([words], at) => [...(at === 0 ? [] : ['.br']), `.B ${roff(name)}`, roff(words)]);
}

function commandSection({ name, summary, description, groups, statuses }: CommandLine): Section {
  const said = description.flatMap((one) => ['.PP', roff(one)]);
  const status = ['.SS Exit status', ...statusLines(statuses)];
  return {
    title: name.toUpperCase(),
    lines: [roff(`${sentence(summary)}.`), ...said, ...groups.flatMap(groupLines), ...status],
  };
}

function groupLines({ title, options }: OptionGroup): readonly string[] {
  return [`.SS ${roff(title)}`, ...options.flatMap(optionLines)];
}

function optionLines(option: Option): readonly string[] {
  const { name, letter, about, values = {} } = option;
  const word = valueWordOf(option);
  const names = [...(letter === undefined ? [] : [`-${letter}`]), `--${name}`].map((one) => `\\fB${roff(one)}\\fR`);
  const below = Object.entries(values).flatMap(([value, means]) => ['.TP', `\\fB${roff(value)}\\fR`, roff(means)]);
  return [
    '.TP',
    `${names.join(', ')}${word === undefined ? '' : ` \\fI${roff(word)}\\fR`}`,
    roff(`${sentence(about)}.`),
    ...(below.length > 0 ? ['.RS', ...below, '.RE'] : []),
  ];
}

function statusLines(statuses: CommandLine['statuses']): readonly string[] {
  return Object.entries(statuses).flatMap(([status, means]) => ['.TP', `.B ${status}`, roff(`${sentence(means)}.`)]);
}

function sentence(text: string): string {
  // Names of programs and protocols stay as they are.
  return text.replace(/^(?!iptables|tcp)./, (letter) => letter.toUpperCase());
}

/** A text in which roff finds nothing to do. */
export function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');
}
