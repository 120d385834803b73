// Owns `npm run screenshots`: the embedded VS Code with the extension, one picture a scene.
import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBrowser } from '../browser/drive.mjs';
import { buildAll } from '../build/main.mjs';
import { getEditor } from '../editor/fetch.mjs';
import { installExtension, quietSettings, startServer, writeSettings } from '../editor/server.mjs';
import { Failure } from '../lib/failure.mjs';
import { fromRoot, inCache, inRoot } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { makePackage } from '../package/vsix.mjs';
import { addressOf } from '../start/embedded.mjs';
import { settle } from './actions.mjs';
import { scenes } from './scenes.mjs';

const largest = 400 * 1024;
const home = inCache('screenshots');
/** The folder in the pictures, some of which show its path; the examples lie in one below it. */
const workspace = path.join(tmpdir(), 'iptables-pictures');
const examples = path.join(workspace, 'firewall');

/** What would distract from the file: maps, trails, buttons; the caret does not blink, so pictures repeat. */
const pictureSettings = {
  ...quietSettings,
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 12.5,
  'editor.lineHeight': 21,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.stickyScroll.enabled': false,
  'explorer.openEditors.visible': 0,
  'files.autoSave': 'off',
  'explorer.decorations.badges': true,
  'outline.showFiles': false,
  'timeline.pageOnScroll': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'workbench.layoutControl.enabled': false,
  'workbench.navigationControl.enabled': false,
};

/** The same picture in a quarter of the bytes; the browser can write it. */
async function asWebp(context, png) {
  const page = await context.newPage();
  const webp = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.9);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64');
}

/** What a scene types is gone with its window: in a browser the editor keeps it whatever its settings say. */
async function forgetWhatWasTyped() {
  await rm(path.join(home, 'data', 'User', 'Backups'), { recursive: true, force: true });
}

async function take(browser, server, scene) {
  const { name, file, theme, into, format, viewport, scale, settings, before, act } = scene;
  await forgetWhatWasTyped();
  await writeSettings(home, { ...pictureSettings, ...settings, 'workbench.colorTheme': theme });
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(addressOf({ ...server, folder: workspace, file: path.join(examples, file) }));
  await settle(page);
  await before(page);
  await act(page);
  const picture = inRoot(...into, `${name}.${format}`);
  const shot = await page.screenshot();
  await writeFile(picture, format === 'webp' ? await asWebp(context, shot) : shot);
  await context.close();
  const { size } = await stat(picture);
  if (size > largest) throw new Failure(`${fromRoot(picture)} has ${size} bytes; more than ${largest} is too much.`);
  console.log(`${fromRoot(picture)}: ${Math.round(size / 1024)} kB`);
}

/** Without arguments all scenes, else those whose names are given. */
export default async function main(args) {
  const unknown = args.find((arg) => !scenes.some(({ name }) => name === arg));
  if (unknown) throw new Failure(`No scene ${unknown}; there are ${scenes.map(({ name }) => name).join(', ')}.`, 2);
  await buildAll();
  const { file } = await makePackage();
  await getEditor();
  await rm(home, { recursive: true, force: true });
  await rm(workspace, { recursive: true, force: true });
  await cp(inRoot('examples'), examples, { recursive: true });
  for (const { into } of scenes) await mkdir(inRoot(...into), { recursive: true });
  const extensionsDir = path.join(home, 'extensions');
  await installExtension(file, home, extensionsDir);
  const server = await startServer({ dataDir: home, extensionsDir, more: ['--disable-workspace-trust'] });
  const browser = await startBrowser();
  for (const scene of scenes.filter(({ name }) => args.length === 0 || args.includes(name))) {
    await step(`Taking ${scene.name}`, () => take(browser, server, scene));
  }
  await browser.close();
  await server.end();
  await rm(workspace, { recursive: true, force: true });
}
