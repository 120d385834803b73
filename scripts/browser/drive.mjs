// Owns starting the Chromium that the tests and the screenshots drive.
import { chromium } from 'playwright-core';
import { findBrowser } from './find.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium with a profile that is thrown away; ended with this process at the latest.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function startBrowser() {
  const { executable, environment } = await findBrowser();
  return chromium.launch({
    executablePath: executable,
    args: flags,
    env: { ...process.env, ...environment },
    // Signals are ours: processes.mjs ends everything in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
