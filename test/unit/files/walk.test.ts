// Which files of a workspace the server asks for, and that it does not go through a whole disk.

import { expect, test } from 'vitest';
import { type FolderEntry, filesBelow, isReadable } from '../../../server/src/features/files/walk.ts';
import { isRulesFileName } from '../../../server/src/vocabulary/file-names.ts';
import { manifest } from '../../support/manifest.ts';

const never = () => false;

/** Folders that are made up as somebody looks into them; answers which were. */
function folders(entriesOf: (folder: string) => readonly string[], size = 10) {
  const looked: string[] = [];
  return {
    looked,
    entriesOf: async (folder: string): Promise<readonly FolderEntry<string>[]> => {
      looked.push(folder);
      return entriesOf(folder).map((name) => {
        const plain = name.replace(/\/$/, '');
        return { name: plain, isFolder: plain !== name, place: `${folder}/${plain}` };
      });
    },
    found: async (uri: string) => (uri.includes('device') ? undefined : { uri, size, changed: 1 }),
  };
}

test('rules files and set files, the nearest first', async () => {
  const tree: Readonly<Record<string, readonly string[]>> = {
    '': ['sysconfig/', 'rules.v4', 'ipsets', 'readme.md', '.git/', 'node_modules/', 'device.iptables'],
    '/sysconfig': ['iptables', 'network'],
    '/.git': ['rules.v4'],
    '/node_modules': ['rules.v4'],
  };
  const made = folders((folder) => tree[folder] ?? []);
  const files = await filesBelow('', made, never);
  expect(files.map(({ uri }) => uri)).toEqual(['/rules.v4', '/ipsets', '/sysconfig/iptables']);
  expect(made.looked).toEqual(['', '/sysconfig']);
});

test('a tree without an end has one', async () => {
  const made = folders(() => ['a/', 'b/', 'c/']);
  expect(await filesBelow('', made, never)).toEqual([]);
  expect(made.looked).toHaveLength(5000);
  const full = folders(() => ['a/', 'rules.v4', 'rules.v6']);
  expect(await filesBelow('', full, never)).toHaveLength(1000);
});

test('files that are too large are left out', async () => {
  const made = folders(() => ['rules.v4'], 17 * 1024 * 1024);
  expect(await filesBelow('', made, never)).toEqual([]);
});

test('nothing more once nobody wants it', async () => {
  const made = folders(() => ['a/', 'b/']);
  await filesBelow('', made, () => made.looked.length > 2);
  expect(made.looked.length).toBeLessThan(8);
});

test.each(['/etc/sysconfig/iptables', 'iptables/web.rules', 'a.rules.v6', 'my-iptables-2.rules', 'rules.v4.j2'])(
  '%s is a rules file',
  (name) => expect(isRulesFileName(name)).toBe(true),
);

test.each(['udev.rules', 'rules', 'iptables.md', 'sysconfig/network', 'x/ipset-notes'])('%s is none', (name) =>
  expect(isReadable(name)).toBe(false),
);

test('every name for which VS Code takes a rules file is one', () => {
  const { filenames, extensions }: Record<'filenames' | 'extensions', string[]> = manifest.contributes.languages[0];
  expect(filenames.length).toBeGreaterThan(5);
  expect([...filenames, ...extensions.map((end) => `a${end}`)].filter((name) => !isRulesFileName(name))).toEqual([]);
});
