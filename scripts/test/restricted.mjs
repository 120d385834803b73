// Owns the tries of Restricted Mode: the editor as `npm start` opens it, a folder that nobody trusts, and what works there.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { startBrowser } from '../browser/drive.mjs';
import { editorHome } from '../editor/fetch.mjs';
import { hoverOver, runCommand, settle } from '../screenshots/actions.mjs';

const patience = 60_000;
/** Of VS Code's own some have servers, too. */
const ownExtensions = path.join(editorHome, 'extensions');

/** All processes with their parents and command lines; Linux tells them in files. */
async function processes() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const known = await Promise.all(
    pids.map(async (pid) => {
      try {
        const status = await readFile(`/proc/${pid}/stat`, 'utf8');
        const [, parent = ''] = status.slice(status.lastIndexOf(')') + 2).split(' ');
        const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
        return [{ pid, parent, command }];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    }),
  );
  return known.flat();
}

/** What extensions have started that are not the editor's own, and what the language server has. */
async function startedPrograms(home) {
  const all = await processes();
  const server = all.find(({ command }) => command.includes(home) && command.includes('server/dist/main.node.js'));
  if (server === undefined) throw new Error('The language server does not run.');
  const started = all.filter(({ parent }) => parent === server.parent || parent === server.pid);
  return started.map(({ command }) => command).filter((command) => !command.includes(ownExtensions));
}

/** What is tried on the page, in this order; each throws where it does not hold. */
function triesOn(page, home) {
  return [
    [
      'does not trust the folder',
      () => page.waitForSelector('.statusbar-item:has-text("Restricted Mode")', { timeout: patience }),
    ],
    [
      'has the errors of a file',
      () => page.waitForSelector('.statusbar-item:has-text("1 error")', { timeout: patience }),
    ],
    [
      'has help at the mouse',
      async () => {
        await hoverOver(page, '--ctstate');
        await page.waitForSelector('.monaco-hover:not(.hidden) :text("connection")', { timeout: patience });
      },
    ],
    [
      'has a list while typing',
      async () => {
        await page.keyboard.type('-A INPUT -p tcp --dport ');
        await page.waitForSelector('.suggest-widget.visible .monaco-list-row:has-text("http")', { timeout: patience });
        await page.keyboard.press('Escape');
      },
    ],
    [
      'has its commands',
      async () => {
        await runCommand(page, 'iptables: What Does This Firewall Let In?');
        await page.waitForSelector('.tab:has-text("rules.v4.md")', { timeout: patience });
      },
    ],
    ...(process.platform === 'linux'
      ? [
          [
            'has no program running but the language server',
            async () => {
              const programs = await startedPrograms(home);
              if (programs.length !== 1) throw new Error(`These run: ${programs.join(', ')}`);
            },
          ],
        ]
      : []),
  ];
}

/**
 * Opens the editor in a browser and tries what works in a folder that is not trusted.
 * @param {string} address what `npm start` prints
 * @param {string} home where that editor keeps its extensions
 * @returns {Promise<{ title: string, duration: number, state: string, error?: string }[]>}
 */
export async function tryRestricted(address, home) {
  const browser = await startBrowser();
  const tests = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address);
    await settle(page);
    await page.click('.monaco-editor .view-line >> nth=0');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('nonsense\n\n');
    await page.keyboard.press('ArrowUp');
    for (const [title, attempt] of triesOn(page, home)) {
      const before = performance.now();
      const ended = await attempt().then(
        () => ({ state: 'passed' }),
        (error) => ({ state: 'failed', error: String(error) }),
      );
      tests.push({ title: `Restricted Mode ${title}`, duration: performance.now() - before, ...ended });
    }
  } finally {
    await browser.close();
  }
  return tests;
}
