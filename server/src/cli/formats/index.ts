// All formats by the names that --format takes.

import { checkstyle } from './checkstyle.ts';
import type { Format } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

const ALL = { text, json, sarif, github, gitlab, junit, checkstyle } as const;

export type FormatName = keyof typeof ALL;
export const FORMATS: Readonly<Record<FormatName, Format>> = ALL;
export const FORMAT_NAMES: readonly string[] = Object.keys(ALL);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(ALL, name);
}
