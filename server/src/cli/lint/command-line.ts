// What iptables-lint takes.

import { VERSIONS } from '../../vocabulary/schema.ts';
import { SHIPPED_BY } from '../../vocabulary/versions.ts';
import { FORMAT_NAMES } from '../formats/index.ts';
import type { CommandLine } from '../options/command-line.ts';
import { BACKENDS, FAMILIES, HELP_AND_VERSION } from '../options/common.ts';

export const LINT: CommandLine = {
  name: 'iptables-lint',
  summary: 'finds errors in iptables rules files that the loaders would refuse, and likely mistakes',
  usage: [
    ['[OPTION]... PATH...'],
    ['[OPTION]... -', 'reads standard input'],
    ['trace --help', 'what becomes of a packet'],
    ['explain --help', 'what a firewall lets in and out'],
  ],
  description: [
    'A PATH is a file, a folder that is searched for rules files, or a pattern such as "etc/**/*.v4". What Git ignores is left out of folders and patterns; a file that is named is always checked.',
  ],
  groups: [
    {
      title: 'Which files',
      options: [{ name: 'no-ignore', about: 'looks into files and folders that .gitignore leaves out, too' }],
    },
    {
      title: 'How files are read',
      options: [
        { name: 'family', value: FAMILIES, about: 'iptables or ip6tables (auto: each file tells)' },
        { name: 'backend', value: BACKENDS, about: 'whose refusals are errors (both)' },
        {
          name: 'iptables-version',
          value: 'VERSION',
          values: Object.fromEntries(VERSIONS.map((version) => [version, `as in ${SHIPPED_BY[version]}`])),
          about: 'whose refusals are errors (any: every known one); another counts as the nearest of these',
        },
        {
          name: 'extensions',
          value: 'NAME,...',
          about: 'matches and targets that your machines have beyond those of iptables',
        },
        {
          name: 'template',
          about: 'all files are templates; those called .j2, .erb, .tmpl and .tpl always are',
        },
        { name: 'fragment', about: 'all files are made for "iptables-restore -n"' },
        { name: 'stdin-filename', value: 'NAME', about: 'the name of what comes on standard input', names: 'file' },
        {
          name: 'management-port',
          value: 'PORT,...',
          about: 'TCP ports by which the machine is managed, one of which must work (22)',
        },
        {
          name: 'management-from',
          value: 'NET,...',
          about: 'addresses and networks from which it must (anywhere is enough)',
        },
      ],
    },
    {
      title: 'Configuration',
      options: [
        {
          name: 'config',
          value: 'FILE',
          about:
            'for all files, in place of the nearest iptables-lint.json, .jsonc or .yaml in the folder of each file or above',
          names: 'file',
        },
        { name: 'no-config', about: 'looks for none' },
        { name: 'no-inline-config', about: 'comments suppress nothing' },
      ],
    },
    {
      title: 'Fixes',
      options: [
        {
          name: 'fix',
          about: 'makes the fixes that are safe, in the files themselves; of "-" the fixed text is printed',
        },
        { name: 'diff', about: 'prints what "--fix" would change, and writes nothing' },
        {
          name: 'unsafe',
          about: 'with one of these: also the first fix of each finding that is not safe',
        },
      ],
    },
    {
      title: 'What is printed',
      options: [
        { name: 'format', value: FORMAT_NAMES, about: 'how to print findings (text)' },
        {
          name: 'jobs',
          value: 'N',
          about: 'how many files are checked at once (as many as there are processors; few files one after another)',
        },
        {
          name: 'quiet',
          about: 'errors only: lint rules are not asked, unless "--max-warnings" counts what they find',
        },
        {
          name: 'write-known',
          value: 'FILE',
          about: 'writes down what is found, errors aside, so that it is known from now on',
          names: 'file',
        },
        {
          name: 'known',
          value: 'FILE',
          about: 'keeps aside what was written down there, and tells what of it is gone',
          names: 'file',
        },
        { name: 'watch', about: 'checks again whenever something changes, until Ctrl+C' },
        { name: 'max-warnings', value: 'N', about: 'more warnings than N fail like an error' },
        { name: 'list-rules', about: 'the lint rules, and how grave each is' },
        {
          name: 'completions',
          value: ['bash', 'zsh', 'fish'],
          about: 'the completions for a shell, which it is to source',
        },
        { name: 'explain', value: 'NAME', about: 'the page about a lint rule', names: 'rule' },
        ...HELP_AND_VERSION,
      ],
    },
  ],
  statuses: {
    0: 'no errors; with --diff: nothing to change',
    1: 'errors found or too many warnings; with --diff: something to change',
    2: 'wrong usage, a wrong configuration, no file found, or something that could not be read or written',
  },
  lastCounts: true,
};
