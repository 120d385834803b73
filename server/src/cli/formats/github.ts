// Commands of GitHub Actions, which shows them beside the lines of a pull request.

import { plain } from '../plain.ts';
import { type Format, MOST_SHOWN } from './format.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

export const github: Format = {
  entries({ path: given, findings }) {
    // GitHub finds the file by its path from the repository's folder on.
    const path = given.replace(/^(\.\/)+/, '');
    const shown = findings.slice(0, MOST_SHOWN).map(({ severity, line, start, end, code, message, page }) => {
      const place = { file: path, line: line + 1, col: start + 1, endColumn: Math.max(end, start + 1), title: code };
      const said = page === undefined ? message : `${message} ${page}`;
      return `::${COMMANDS[severity]} ${entries(place)}::${data(said)}\n`;
    });
    const left = findings.length - shown.length;
    if (left > 0) shown.push(`::notice ${entries({ file: path })}::${data(`${left} more findings are not shown.`)}\n`);
    return [{ text: shown.join('') }];
  },
  output: () => ({ end: () => '' }),
};

function entries(place: Readonly<Record<string, string | number>>): string {
  return Object.entries(place)
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',');
}

/** GitHub's own way of writing what would end a command. */
function data(text: string): string {
  return plain(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
