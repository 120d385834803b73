// Owns finding a Chromium on this machine, or getting a headless one through npm.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { getBrowser } from './fetch.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

function onPath() {
  const ends = process.platform === 'win32' ? ['.exe'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.flatMap((folder) => ends.map((end) => path.join(folder, name + end))));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return ['/Applications', path.join(homedir(), 'Applications')].flatMap((folder) =>
      programs.map((name) => path.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.filter(Boolean).flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium'];
}

async function playwrights() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

async function search() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Failure(`CHROME_PATH names ${named}, which does not exist.`);
  }
  return [...onPath(), ...usualPlaces(), await playwrights()].find((place) => place !== '' && existsSync(place));
}

const advice =
  'Install Chromium, Chrome or Edge (Debian and Ubuntu: `apt-get install --no-install-recommends chromium`), ' +
  'or name one in the environment variable CHROME_PATH.';

/**
 * The Chromium to drive: CHROME_PATH, the usual names on the PATH, the usual places, playwright's own, else one from npm.
 * @returns {Promise<{ executable: string, environment: Record<string, string> }>}
 */
export async function findBrowser() {
  const found = await search();
  if (found !== undefined) return { executable: found, environment: {} };
  try {
    return await getBrowser();
  } catch (error) {
    throw new Failure(`The tests in VS Code need a Chromium, and none was found. ${advice}\n${error.message}`);
  }
}
