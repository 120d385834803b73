// Owns showing an address in the browser of the person at the keyboard.
import { spawn } from 'node:child_process';

function opener(address) {
  if (process.platform === 'darwin') return ['open', [address]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  return ['xdg-open', [address]];
}

/** True where a window can be seen: not in a CI, and on Linux only with a display. */
function hasScreen() {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Opens the address where there is a screen. The browser is the person's own: it stays when we end. */
export function showInBrowser(address) {
  if (!hasScreen()) return;
  const [command, args] = opener(address);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // No browser command is no failure: the address is printed.
  child.on('error', () => {});
  child.unref();
}
