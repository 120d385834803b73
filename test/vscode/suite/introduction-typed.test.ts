// Owns a beginner's first hour: the introduction is followed from top to bottom in an empty file, by the keyboard alone.
import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { follow, type Step } from '../../support/keyboard.ts';
import { codesOf, graveWhen } from '../diagnostics.ts';
import { INTRODUCTION_FILE } from '../introduction-file.ts';
import { command, FOCUS, needsPage, shown } from '../page.ts';
import { closeAll } from '../workspace.ts';

/** A row of the list of suggestions that Tab would take. */
const suggested = (label: string): Step => [
  'see',
  `.suggest-widget.visible .monaco-list-row.focused:has-text("${label}")`,
];
/** A word and Tab, which takes the rules that the list offers for it. */
const snippet = (word: string): Step[] => [FOCUS, ['type', word], suggested(word), ['press', 'Tab']];
/** A key for each place that is filled in, and one to leave the last. */
const tabs = (count: number): Step[] => Array.from({ length: count }, (): Step => ['press', 'Tab']);
/** The same where a chain is to be chosen, the one that comes first, and then the port. */
const withChain = (word: string, chain: string): Step[] => [...snippet(word), suggested(chain), ...tabs(2)];
/** A rule by its words, as the list completes them. */
const completed = (...words: readonly (readonly [typed: string, label: string])[]): Step[] =>
  words.flatMap(([typed, label]): Step[] => [['type', typed], suggested(label), ['press', 'Tab']]);
const nextLine: Step = ['press', 'Enter'];

interface Paragraph {
  readonly about: string;
  readonly steps: readonly Step[];
  /** What stands above COMMIT then. */
  readonly ends: RegExp;
}

const PARAGRAPHS: readonly Paragraph[] = [
  {
    about: 'start and end',
    steps: [
      ...completed(['*fil', '*filter']),
      nextLine,
      ['type', '# Here are our rules'],
      nextLine,
      ...completed(['COM', 'COMMIT']),
      nextLine,
      ['press', 'ArrowUp'],
      ['press', 'ArrowUp'],
      ['press', 'End'],
      nextLine,
    ],
    ends: /^\*filter\n# Here are our rules\n$/,
  },
  { about: 'policies', steps: [...snippet('policies')], ends: /:OUTPUT DROP \[0:0\]$/ },
  {
    about: 'connections that were allowed',
    steps: [nextLine, ...snippet('established')],
    ends: /-A OUTPUT -m conntrack .*$/,
  },
  { about: 'loopback', steps: [nextLine, ...snippet('loopback')], ends: /-A OUTPUT -o lo -j ACCEPT$/ },
  { about: 'the log', steps: [nextLine, ...snippet('logging')], ends: /-A OUTPUT .*-j LOG .*$/ },
  { about: 'HTTP', steps: [nextLine, ...snippet('http-both'), ...tabs(2)], ends: /-A OUTPUT .*--dport 443 -j ACCEPT$/ },
  { about: 'SSH', steps: [nextLine, ...snippet('ssh-both'), ...tabs(1)], ends: /-A OUTPUT .*--dport 22 -j ACCEPT$/ },
  {
    about: 'DNS, to other servers',
    steps: [
      nextLine,
      ...completed(['-A OU', 'OUTPUT'], [' -p u', 'udp']),
      ['type', ' -m udp --dport 53 '],
      ...completed(['-j AC', 'ACCEPT']),
    ],
    ends: /-A OUTPUT -p udp -m udp --dport 53 -j ACCEPT$/,
  },
  {
    about: 'DNS, of a server',
    steps: [
      nextLine,
      ['type', '-A INPUT -p udp -m udp --dport '],
      ...completed(['dom', 'domain']),
      ...completed([' -j AC', 'ACCEPT']),
    ],
    ends: /-A INPUT -p udp -m udp --dport domain -j ACCEPT$/,
  },
  { about: 'FTP', steps: [nextLine, ...withChain('ftp', 'INPUT')], ends: /-A INPUT .*--dport 21 -j ACCEPT$/ },
  { about: 'rsync', steps: [nextLine, ...withChain('rsync', 'OUTPUT')], ends: /-A OUTPUT .*--dport 873 -j ACCEPT$/ },
  { about: 'Git', steps: [nextLine, ...withChain('git', 'OUTPUT')], ends: /-A OUTPUT .*--dport 9418 -j ACCEPT$/ },
  {
    about: 'ping',
    steps: [
      nextLine,
      ...completed(['-A INPUT -p ic', 'icmp'], [' -j AC', 'ACCEPT']),
      nextLine,
      ['type', '-A OUTPUT -p icmp -j ACCEPT'],
      ['press', 'Escape'],
    ],
    ends: /-A INPUT -p icmp -j ACCEPT\n-A OUTPUT -p icmp -j ACCEPT$/,
  },
];

/** From wherever the cursor is to the first finding, and its first fix. */
const TO_NEXT_FIX: readonly Step[] = [
  ['press', 'Escape'],
  FOCUS,
  ['press', 'Control+Home'],
  ['press', 'F8'],
  ['see', '.marker-widget'],
  ['press', 'Control+.'],
  ['see', '.action-widget .monaco-list-row.focused'],
  ['press', 'Enter'],
  FOCUS,
  ['press', 'Escape'],
];

describe('the introduction, by the keyboard alone in an empty file,', function () {
  this.timeout(60_000);
  let document: vscode.TextDocument;

  before(needsPage);
  before(async () => {
    const isOurs = (): boolean => shown()?.languageId === 'iptables' && shown()?.getText() === '';
    await follow('an empty rules file', command('New Rules File'), isOurs);
    document = shown() ?? document;
  });
  after(closeAll);

  for (const { about, steps, ends } of PARAGRAPHS) {
    it(about, async () => {
      const above = (): string => document.getText().replace(/\n?COMMIT\n$/, '');
      await follow(about, [FOCUS, ...steps], () => document.getText().endsWith('COMMIT\n') && ends.test(above()));
    });
  }

  it('the log goes below what is accepted, by the light bulb', async function () {
    this.timeout(150_000);
    await graveWhen(document, 2);
    const left = (): number => codesOf(document).filter((code) => code === 'log-before-accept').length;
    // Who presses keys while the list is being made presses them again.
    for (let tries = 0; left() > 0 && tries < 6; tries++) {
      const rest = left() - 1;
      await follow('a finding less', TO_NEXT_FIX, () => left() === rest, 20_000).catch((error: unknown) => {
        if (tries === 5) throw error;
      });
    }
    assert.equal(left(), 0);
  });

  it('customs control: SSH from one address', async () => {
    const steps: Step[] = [
      FOCUS,
      ['press', 'Control+f'],
      ['see', '.find-widget.visible'],
      ['type', 'INPUT -p tcp -m tcp --dport 22'],
      ['press', 'Enter'],
      ['press', 'Escape'],
      FOCUS,
      ...command('Restrict Rules to Source'),
      ['see', '.quick-input-box input[placeholder^="192.0.2.7"]'],
      ['type', '12.34.56.78'],
      ['press', 'Enter'],
    ];
    await follow('the address', steps, () => document.getText().includes('-s 12.34.56.78 '));
  });

  it('is a file without errors and warnings then', async () => {
    assert.equal(document.getText(), INTRODUCTION_FILE);
    await graveWhen(document, 0);
  });

  it('back to an open machine: the script opens before it deletes', async () => {
    await follow('the script', command('New Safe Reset Script'), () => shown()?.languageId === 'shellscript');
    const text = shown()?.getText() ?? '';
    assert.match(text, /-P "\$chain" ACCEPT.* -F /s);
  });
});
