// Owns the table of pictures: which file in which theme, what is done before the shutter, and where the picture goes.
import {
  askForBaseline,
  hideSideBar,
  hoverOver,
  newFile,
  openFixes,
  openFixesOn,
  openWalkthrough,
  showProblems,
  suggest,
} from './actions.mjs';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };

/** Pictures of the documentation: the whole window. */
const window = {
  into: ['docs', 'images'],
  format: 'png',
  viewport: { width: 1280, height: 800 },
  scale: 2,
  before: async () => {},
};

/** Pictures of the walkthrough: they are part of the package, and shown small. */
const step = {
  into: ['images', 'walkthrough'],
  format: 'webp',
  viewport: { width: 840, height: 520 },
  scale: 1.25,
  before: hideSideBar,
};

const rows = [
  { ...window, name: 'rules', file: 'rules.v4', act: (page) => hoverOver(page, '--ctstate') },
  { ...window, name: 'problems', file: 'mistakes/rules.v4', act: showProblems },
  { ...window, name: 'fixes', file: 'introduction/rules.v4', act: (page) => openFixes(page, '# only if') },
  { ...window, name: 'empty-file', file: 'rules.v4', act: newFile },
  { ...window, name: 'first-steps', file: 'rules.v4', act: openWalkthrough },
  { ...step, name: 'open', file: 'rules.v4', act: (page) => hoverOver(page, 'ESTABLISHED') },
  { ...step, name: 'baseline', file: 'rules.v4', act: askForBaseline },
  { ...step, name: 'services', file: 'rules.v4', act: (page) => suggest(page, 'http') },
  { ...step, name: 'load', file: 'introduction/rules.v4', act: (page) => openFixesOn(page, 34) },
];

/**
 * Each row in each theme; `name` is the picture's, without its ending, and `into` its folder.
 * @type {readonly { name: string, file: string, theme: string, into: readonly string[], format: 'png' | 'webp',
 *   viewport: { width: number, height: number }, scale: number,
 *   before: (page: import('playwright-core').Page) => Promise<void>,
 *   act: (page: import('playwright-core').Page) => Promise<void> }[]}
 */
export const scenes = rows.flatMap((row) =>
  Object.entries(themes).map(([shade, theme]) => ({ ...row, name: `${row.name}-${shade}`, theme })),
);
