// Owns how every script begins: Node new enough, packages installed, Node 24 at the wheel, failures as one sentence.
// It is read by whatever Node is there, so it imports nothing before it has looked at the version.

const oldest = 20;

async function begin(main) {
  const { install } = await import('./install.mjs');
  const { node24, node24Missing } = await import('./node24.mjs');
  const { Failure } = await import('./failure.mjs');
  await install();
  const node = node24();
  if (node === undefined) throw new Failure(node24Missing);
  if (node !== process.execPath) return again(node);
  const { default: work } = await import(main);
  return work(process.argv.slice(2));
}

/** Runs the same script once more with another Node, passes signals on and ends with it. */
async function again(node) {
  const { spawn } = await import('node:child_process');
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal's Ctrl-C reaches the child directly, too; it takes the first signal and ignores the second.
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}

/** The parent of a process on Linux, 0 elsewhere or when it is gone. */
function parentOf(pid, readFileSync) {
  try {
    // The name in parentheses may hold blanks; state and parent come after it.
    return Number(readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').pop().split(' ')[1]);
  } catch {
    return 0;
  }
}

/**
 * Ends when npm or its shell is gone: a signal to one of them alone is not passed on to us.
 * Without npm the parent may well go first: `node scripts/start.mjs &` in a script that ends.
 */
async function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const { readFileSync } = await import('node:fs');
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid, readFileSync)}`;
  const first = ancestors();
  setInterval(() => {
    if (ancestors() !== first) process.kill(process.pid, 'SIGTERM');
  }, 300).unref();
}

async function isEnding() {
  const processes = await import('./processes.mjs');
  return processes.isEnding();
}

async function succeed(status) {
  // After Ctrl-C the signal's handler exits when all is down.
  if (!(await isEnding())) process.exit(status === undefined ? 0 : status);
}

async function fail(error) {
  // After Ctrl-C everything fails because it was ended.
  if (await isEnding()) return;
  const plain = typeof error.status === 'number';
  console.error(plain ? error.message : error.stack || String(error));
  process.exit(plain ? error.status : 1);
}

/**
 * Begins a script: `main` is a module whose default export takes the arguments and returns an exit status or nothing.
 * @param {string} main the module's place, relative to this file
 */
export function enter(main) {
  if (Number(process.versions.node.split('.')[0]) < oldest) {
    console.error(`This is Node ${process.versions.node}; the project needs Node ${oldest} or newer.`);
    process.exit(1);
  }
  endWithNpm();
  begin(main).then(succeed, fail);
}
