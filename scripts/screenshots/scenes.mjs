// Owns the table of pictures: which file in which theme, and what is done before the shutter.
import { hoverOver, openFixes, showProblems } from './actions.mjs';

const dark = 'Default Dark Modern';
const light = 'Default Light Modern';

/** @type {readonly { name: string, file: string, theme: string, act: (page: import('playwright-core').Page) => Promise<void> }[]} */
export const scenes = [
  { name: 'rules-dark', file: 'rules.v4', theme: dark, act: (page) => hoverOver(page, '--ctstate') },
  { name: 'rules-light', file: 'rules.v4', theme: light, act: (page) => hoverOver(page, '--ctstate') },
  { name: 'problems-dark', file: 'mistakes/rules.v4', theme: dark, act: showProblems },
  { name: 'problems-light', file: 'mistakes/rules.v4', theme: light, act: showProblems },
  { name: 'fixes-dark', file: 'introduction/rules.v4', theme: dark, act: (page) => openFixes(page, '# only if') },
  { name: 'fixes-light', file: 'introduction/rules.v4', theme: light, act: (page) => openFixes(page, '# only if') },
];
