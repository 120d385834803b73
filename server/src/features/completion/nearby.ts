// Names that the file itself uses: interfaces and addresses in the lines around the cursor.

import type { RulesFile } from '../../ruleset/rules-file.ts';

/** So many lines before and after the cursor are looked at, whatever the size of the file. */
const WINDOW = 300;
const NAMES_LIMIT = 50;
/** A line longer than this is not searched. */
const LINE_LIMIT = 2000;

const INTERFACE = /(?:^|\s)(?:-[io]|--(?:in|out)-interface)[ =]([^\s"]+)/g;
const ADDRESS = /(?:^|\s)(?:-[sd]|--(?:src|dst|source|destination))[ =]([^\s",]+)/g;

/** Interfaces behind -i and -o, the nearest first. */
export function interfacesNear(file: RulesFile, line: number): string[] {
  return namesNear(file, line, INTERFACE);
}

/** Addresses and networks behind -s and -d, the nearest first. */
export function addressesNear(file: RulesFile, line: number): string[] {
  return namesNear(file, line, ADDRESS);
}

function namesNear(file: RulesFile, line: number, pattern: RegExp): string[] {
  const names = new Set<string>();
  for (let distance = 1; distance <= WINDOW && names.size < NAMES_LIMIT; distance++) {
    for (const index of [line - distance, line + distance]) {
      const text = index < 0 ? '' : file.lines.line(index);
      if (text.length > LINE_LIMIT || !text.includes('-')) continue;
      for (const [, name] of text.matchAll(pattern)) if (name !== undefined) names.add(name);
    }
  }
  return [...names];
}
