// The hook for pre-commit: it is called for the files that the program looks for in folders, and its program is in the package.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRulesFileName } from '../../server/src/vocabulary/file-names.ts';

const root = join(import.meta.dirname, '..', '..');
const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Python's verbose form, in which blanks count for nothing, as JavaScript has it. */
const files = new RegExp(hook.files.replace('(?x)', '').replace(/\s/g, ''));

test.each([
  'rules.v4',
  'etc/iptables/rules.v6',
  'web.rules.v4',
  'iptables.rules',
  'my-ip6tables-base.rules',
  'iptables/input.rules',
  'etc/sysconfig/ip6tables',
  'etc/ufw/before6.rules',
  'a.iptables',
  'templates/rules.v4.j2',
  'iptables-save',
  'ip6tables.save',
  'rules-save',
  'input.rules',
  'sysconfig/iptables-config',
  'readme.md',
  'iptables',
  'rules.v5',
  'rules.v4.bak',
  'xrules.v4x',
])('%s, as the program says', (name) => {
  expect(files.test(name)).toBe(isRulesFileName(name));
});

test('its program is one of the manifest, and what it needs is not left out of the package', () => {
  expect(Object.keys(manifest.bin)).toContain(hook.entry);
  const kept = readFileSync(join(root, '.npmignore'), 'utf8').split('\n');
  expect(kept).toContain('!/server/bin');
  expect(kept).toContain('!/server/dist');
});
