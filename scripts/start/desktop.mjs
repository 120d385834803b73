// Owns `npm start -- --desktop`: the installed VS Code, with data of its own, never the user's.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { quietSettings } from '../editor/server.mjs';
import { Failure } from '../lib/failure.mjs';
import { inCache } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { step } from '../lib/progress.mjs';

const windows = process.platform === 'win32';
const inApplication = path.join('Visual Studio Code.app', 'Contents', 'Resources', 'app', 'bin', 'code');
const places = ['/Applications', path.join(homedir(), 'Applications')].map((folder) =>
  path.join(folder, inApplication),
);

/** `code` on the PATH, or inside the application on macOS, where it is on the PATH only if asked for. */
function codeCommand() {
  return (process.platform === 'darwin' ? places.find((place) => existsSync(place)) : undefined) ?? 'code';
}

async function code(args) {
  // A .cmd file needs a shell, and a shell splits at blanks.
  const safe = windows ? args.map((arg) => `"${arg}"`) : args;
  const { code: status, output } = await run(codeCommand(), safe, { shell: windows });
  if (status === 127 || /not recognized|not found/.test(output)) {
    throw new Failure("VS Code's command `code` was not found; install VS Code, or run `npm start` without --desktop.");
  }
  if (status !== 0) throw new Failure(`VS Code did not open; it says\n${output.trim()}`);
}

/** Installs the package into extensions of its own and opens the place in a new window. */
export async function openDesktop({ folder, file }, makeExtension) {
  // First of all: without VS Code there is nothing to build for.
  await code(['--version']);
  const { file: vsix } = await makeExtension();
  const user = inCache('desktop', 'data');
  const settings = path.join(user, 'User', 'settings.json');
  if (!existsSync(settings)) {
    await mkdir(path.dirname(settings), { recursive: true });
    await writeFile(settings, `${JSON.stringify(quietSettings, null, 2)}\n`);
  }
  const own = [`--user-data-dir=${user}`, `--extensions-dir=${inCache('desktop', 'extensions')}`];
  if (process.getuid?.() === 0) own.push('--no-sandbox');
  await step('Installing the extension', () => code([...own, '--install-extension', vsix, '--force']));
  await code([...own, '--new-window', ...[folder, file].filter((one) => one !== undefined)]);
  console.log('VS Code is open; close its window to end it.');
}
