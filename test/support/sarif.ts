// Owns what SARIF 2.1.0 requires: the schema, and what it says of a log.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';

const SCHEMA = join(import.meta.dirname, '..', 'fixtures', 'sarif', 'sarif-2.1.0.json');

const ajv = new Ajv2020({ allErrors: true, formats: fullFormats });
const isValid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

/** What is wrong with a SARIF log; empty where it is valid. */
export function sarifFaults(log: unknown): string[] {
  if (isValid(log)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
