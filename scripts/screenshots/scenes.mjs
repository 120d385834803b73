// Owns the table of pictures: which file in which theme, what is done before the shutter, and where the picture goes.
import {
  askForBaseline,
  commandAt,
  foldRuns,
  hideSideBar,
  hoverOver,
  newFile,
  openFixes,
  openFixesOn,
  openStatus,
  openWalkthrough,
  pressAt,
  previewBaseline,
  showProblems,
  showUnreachable,
  suggest,
  traceAPacket,
  typeAt,
} from './actions.mjs';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/** Pictures of the documentation: the whole window. */
const window = {
  into: ['docs', 'images'],
  format: 'png',
  viewport: { width: 1280, height: 800 },
  scale: 2,
  settings: {},
  shades: ['dark', 'light'],
  before: async () => {},
};

/** Pictures of one feature each: the file alone, in one theme. */
const feature = {
  ...window,
  file: 'rules.v4',
  viewport: { width: 860, height: 400 },
  scale: 1.5,
  before: hideSideBar,
  shades: ['light'],
};

/** Pictures of the walkthrough: they are part of the package, and shown small. */
const step = {
  into: ['images', 'walkthrough'],
  format: 'webp',
  viewport: { width: 840, height: 520 },
  scale: 1.25,
  settings: {},
  shades: ['dark', 'light'],
  before: hideSideBar,
};

const rows = [
  { ...window, name: 'rules', file: 'rules.v4', act: (page) => hoverOver(page, '--ctstate') },
  { ...window, name: 'problems', file: 'mistakes/rules.v4', act: showProblems },
  { ...window, name: 'fixes', file: 'introduction/rules.v4', act: (page) => openFixes(page, '# only if') },
  { ...window, name: 'empty-file', file: 'rules.v4', act: newFile },
  { ...window, name: 'first-steps', file: 'rules.v4', act: openWalkthrough },
  {
    ...feature,
    name: 'completion',
    act: (page) => typeAt(page, 41, '-A INPUT -p tcp --dport ', '.suggest-widget.visible .monaco-list-row.focused'),
  },
  {
    ...feature,
    name: 'signature',
    act: (page) =>
      typeAt(page, 41, '-A INPUT -p tcp --tcp-flags SYN,ACK S', '.parameter-hints-widget.visible .parameter.active'),
  },
  { ...feature, name: 'outline', act: (page) => pressAt(page, 41, 'Control+Shift+O', '.quick-input-list') },
  { ...feature, name: 'references', act: (page) => pressAt(page, '38:40', 'Shift+F12', '.peekview-widget .ref-tree') },
  { ...feature, name: 'rename', act: (page) => pressAt(page, '38:40', 'F2', '.rename-box :focus') },
  {
    ...feature,
    name: 'calls',
    act: (page) => commandAt(page, '38:40', 'Peek Call Hierarchy', '.call-hierarchy .monaco-list-row'),
  },
  { ...feature, name: 'folding', act: foldRuns },
  {
    ...feature,
    name: 'formatting',
    // Hints would stand between the columns.
    settings: { 'iptables.format.align': true, 'editor.inlayHints.enabled': 'off' },
    viewport: { width: 1000, height: 400 },
    act: (page) => commandAt(page, 41, 'Format Document', '.monaco-editor .view-line:has-text("INPUT  ")'),
  },
  {
    ...feature,
    name: 'refactorings',
    viewport: { width: 860, height: 540 },
    act: (page) => openFixesOn(page, 44),
  },
  {
    ...feature,
    name: 'preview',
    file: 'introduction/rules.v4',
    viewport: { width: 1200, height: 560 },
    act: previewBaseline,
  },
  { ...feature, name: 'status', viewport: { width: 860, height: 600 }, act: openStatus },
  {
    ...feature,
    name: 'unreachable',
    act: (page) => showUnreachable(page, 41, '-A INPUT -i lo -p tcp --dport 22 -j DROP'),
  },
  {
    ...window,
    name: 'trace',
    file: 'rules.v4',
    scale: 1.5,
    shades: ['light'],
    act: (page) => traceAPacket(page, 'in eth0 src 203.0.113.7 tcp dport 22'),
  },
  { ...step, name: 'open', file: 'rules.v4', act: (page) => hoverOver(page, 'ESTABLISHED') },
  { ...step, name: 'baseline', file: 'rules.v4', act: askForBaseline },
  { ...step, name: 'services', file: 'rules.v4', act: (page) => suggest(page, 'http') },
  { ...step, name: 'load', file: 'introduction/rules.v4', act: (page) => openFixesOn(page, 34) },
];

/**
 * Each row in each of its themes; `name` is the picture's, without its ending, and `into` its folder.
 * @type {readonly { name: string, file: string, theme: string, into: readonly string[], format: 'png' | 'webp',
 *   viewport: { width: number, height: number }, scale: number, settings: Record<string, unknown>,
 *   before: (page: import('playwright-core').Page) => Promise<void>,
 *   act: (page: import('playwright-core').Page) => Promise<void> }[]}
 */
export const scenes = rows.flatMap((row) =>
  Object.entries(themes)
    .filter(([shade]) => row.shades.includes(shade))
    .map(([shade, theme]) => ({ ...row, name: `${row.name}-${shade}`, theme })),
);
