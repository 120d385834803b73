// Owns how the scripts call npm: the user's own npm with the user's own settings, and its failures in plain words.
import { Failure } from './failure.mjs';
import { run } from './processes.mjs';

const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET/;
const noSpace = /ENOSPC|no space left on device/i;

/** What to spawn for npm: the very npm that runs us, else the one on the PATH (a .cmd file on Windows). */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) return { command: process.execPath, before: [running], shell: false };
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', before: [], shell: windows };
}

/** What npm says before it explains how it could be called: warnings and empty lines left out. */
function firstWords(output) {
  const lines = output
    .split('\n')
    .filter((line) => !/^npm (warn|error)\s*$|^npm warn/.test(line) && line.trim() !== '');
  return lines.slice(0, 12).join('\n');
}

/**
 * Runs npm to its end. It throws a Failure that names the cause: no network, no space, no npm, or npm's last words.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {string} purpose what it is for, as in `get the packages`
 * @returns {Promise<string>} what npm printed to its standard output
 */
export async function npm(args, cwd, purpose) {
  const { command, before, shell } = npmCommand();
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=2000'];
  const all = [...before, ...args, ...quiet, ...patience];
  const { code, output, stdout } = await run(command, all, { cwd, shell });
  if (code === 0) return stdout;
  if (code === 127) throw new Failure(`Cannot ${purpose}: npm was not found; install Node with npm, 20 or newer.`);
  if (noSpace.test(output)) throw new Failure(`Cannot ${purpose}: the disk is full. Free about 1 GB and try again.`);
  if (offline.test(output)) {
    throw new Failure(`Cannot ${purpose}: the npm registry cannot be reached. Check the network and npm's settings.`);
  }
  throw new Failure(`Cannot ${purpose}: npm says\n${firstWords(output)}`);
}
