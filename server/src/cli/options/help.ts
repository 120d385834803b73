// What --help prints of a command.

import { type CommandLine, type Option, type OptionGroup, valueWordOf } from './command-line.ts';

/** Where it is said what an option does, and where a line ends. */
const ABOUT = 31;
const WIDTH = 120;

/** The help of a command, as text. */
export function helpOf({ name, summary, usage, description, groups, statuses, more }: CommandLine): string {
  const parts = [
    `${name}: ${summary}`,
    usageOf(name, usage),
    ...description.map((paragraph) => wrapped(paragraph, 0).join('\n')),
    ...groups.map(groupOf),
    wrapped(
      `Exit status: ${Object.entries(statuses)
        .map(([status, means]) => `${status} ${means}`)
        .join('; ')}.`,
      0,
    ).join('\n'),
    ...(more === undefined ? [] : [more]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function usageOf(name: string, usage: CommandLine['usage']): string {
  const width = Math.max(...usage.map(([words, about]) => (about === undefined ? 0 : words.length)));
  return usage
    .map(([words, about], at) => {
      const said = about === undefined ? words : `${words.padEnd(width)}   ${about}`;
      return `${at === 0 ? 'Usage: ' : '       '}${name} ${said}`;
    })
    .join('\n');
}

function groupOf({ title, options }: OptionGroup): string {
  return [`${title}:`, ...options.flatMap(linesOf)].join('\n');
}

function linesOf(option: Option): readonly string[] {
  const { letter, name, about, values = {} } = option;
  const value = valueWordOf(option);
  const head = `  --${name}${letter === undefined ? '' : `, -${letter}`}${value === undefined ? '' : ` ${value}`}`;
  const [first = '', ...rest] = wrapped(about, ABOUT);
  const width = Math.max(...Object.keys(values).map((one) => one.length));
  const below = [
    ...rest,
    ...Object.entries(values).map(([one, means]) => `${' '.repeat(ABOUT + 2)}${one.padEnd(width)}  ${means}`),
  ];
  return head.length < ABOUT - 1 ? [head.padEnd(ABOUT) + first.trimStart(), ...below] : [head, first, ...below];
}

/** The text in lines, each with an indent. */
function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one);
}
