// Owns that the manifest and the server have the same settings: the same names, defaults and values.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_USER_SETTINGS, readSettings, SETTINGS } from '../../../server/src/lsp/settings.ts';
import { manifest } from '../../support/manifest.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

interface Property {
  readonly type: string;
  readonly items?: { readonly type: string };
  readonly enum?: readonly string[];
  readonly default: unknown;
  readonly scope: string;
}

const properties: Readonly<Record<string, Property>> = manifest.contributes.configuration.properties;

/** Those of the editor's side alone: the language client reads it. */
const CLIENTS = 'iptables.trace.server';

/** A section in which one setting has a value: `{ format: { style: value } }`. */
function section(name: string, value: unknown): unknown {
  return name.split('.').reduceRight((inner, part) => ({ [part]: inner }), value);
}

/** Values other than the default, as a user may set them. */
function others(name: string, { type, items, default: byDefault, enum: values }: Property): readonly unknown[] {
  if (values) return values.filter((value) => value !== byDefault);
  if (type === 'boolean') return [!byDefault];
  if (type === 'array') return [[items?.type === 'integer' ? 2222 : 'geoip']];
  throw new Error(`What else may ${name} be?`);
}

describe('the settings of the manifest', () => {
  it('are those that the server reads', () => {
    const declared = Object.keys(properties).filter((name) => name !== CLIENTS);
    expect(declared.sort()).toEqual(
      Object.keys(SETTINGS)
        .map((name) => `iptables.${name}`)
        .sort(),
    );
  });

  it.each(Object.entries(SETTINGS))('%s has the same default and values there', (name, setting) => {
    const property = properties[`iptables.${name}`];
    const values = 'values' in setting ? setting.values : undefined;
    expect([property?.default, property?.enum]).toEqual([setting.byDefault, values]);
    expect(property?.scope).toBe('resource');
    expect(readSettings(section(name, property?.default))).toEqual(DEFAULT_USER_SETTINGS);
  });

  it.each(Object.keys(SETTINGS))('%s means something to the server, each value something else', (name) => {
    const property = properties[`iptables.${name}`];
    const read = property ? others(name, property).map((value) => readSettings(section(name, value))) : [];
    expect(new Set([DEFAULT_USER_SETTINGS, ...read].map((one) => JSON.stringify(one))).size).toBe(read.length + 1);
    expect(readSettings(section(name, { no: 'sense' }))).toEqual(DEFAULT_USER_SETTINGS);
  });

  it.each(Object.entries(properties))('%s stands in the README with its default', (name, { default: byDefault }) => {
    const text = typeof byDefault === 'string' ? byDefault : JSON.stringify(byDefault);
    expect(readme).toContain(`| \`${name}\` | \`${text}\` |`);
  });
});

describe('the commands of the manifest', () => {
  const declared = new Set<string>(manifest.contributes.commands.map(({ command }: { command: string }) => command));
  const menus: Readonly<Record<string, readonly { readonly command: string }[]>> = manifest.contributes.menus;

  it.each(Object.entries(menus))('are those of the menu %s', (_menu, items) => {
    expect(items.filter(({ command }) => !declared.has(command))).toEqual([]);
  });

  it('are those of the walkthrough', () => {
    const text = JSON.stringify(manifest.contributes.walkthroughs);
    const named = [...text.matchAll(/(?:command:|onCommand:)([\w.]+)/g)].map(([, command = '']) => command);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((command) => !declared.has(command))).toEqual([]);
  });
});
