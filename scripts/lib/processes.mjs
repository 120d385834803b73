// Owns the processes that the scripts start: each in a group of its own, all of them ended when the script ends.
import { spawn, spawnSync } from 'node:child_process';

const windows = process.platform === 'win32';
const living = new Set();

function endGroup(pid, signal) {
  if (windows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}

function groupLives(pid) {
  if (windows) return false;
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a process at the head of a new group. Take it down with `end`; when the script ends, it is ended too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function launch(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: !windows });
  if (child.pid !== undefined) living.add(child.pid);
  child.on('exit', () => {
    // Grandchildren may outlive the head of the group: the group stays on the list until it is empty.
    if (child.pid !== undefined && !groupLives(child.pid)) living.delete(child.pid);
  });
  return child;
}

/** Ends a launched process and all that it started: politely first, after two seconds for good. */
export async function end(child) {
  const pid = child.pid;
  if (pid === undefined) return;
  endGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < 2000 && groupLives(pid); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (groupLives(pid)) endGroup(pid, 'SIGKILL');
  living.delete(pid);
}

/** Ends everything that is still running, at once. */
export function endAllNow() {
  for (const pid of living) endGroup(pid, 'SIGKILL');
  living.clear();
}

async function endAll() {
  await Promise.all([...living].map((pid) => end({ pid })));
}

let ending = false;
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    endAll().finally(() => process.exit(128 + number));
  });
}
process.on('exit', endAllNow);

/** True from the moment on when a signal asked the script to end; failures after it are only echoes. */
export function isEnding() {
  return ending;
}

/**
 * Runs a process to its end and keeps what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { echo?: boolean }} [options] `echo` prints it as it comes, too
 * @returns {Promise<{ code: number, output: string, stdout: string }>} `code` is 127 where the command does not exist
 */
export function run(command, args, { echo = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = launch(command, args, options);
    let output = '';
    let stdout = '';
    const take = (chunk, stream) => {
      output += chunk;
      if (stream === process.stdout) stdout += chunk;
      if (echo) stream.write(chunk);
    };
    child.stdout?.setEncoding('utf8').on('data', (chunk) => take(chunk, process.stdout));
    child.stderr?.setEncoding('utf8').on('data', (chunk) => take(chunk, process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n`, stdout }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}
