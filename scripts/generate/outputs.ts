// Owns how a generator writes its files, and how it only compares them with --check.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A file by its path from the root, and what it is to hold. */
export interface Output {
  readonly file: string;
  readonly text: string;
}

/** Writes the files; with --check names those that are stale instead, and the process is to end with 1. */
export function writeOutputs(...outputs: readonly Output[]): void {
  for (const { file, text } of outputs) {
    const place = join(root, file);
    if (!process.argv.includes('--check')) {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    } else if (!existsSync(place) || readFileSync(place, 'utf8') !== text) {
      console.error(`${file} is stale: run \`npm run generate\`.`);
      process.exitCode = 1;
    }
  }
}
