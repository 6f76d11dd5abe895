// `npm run icons`: build/icons/png/ and icon.ico from icon.svg, painted by the Electron runtime that is there. What it makes is
// committed; it runs again only when the drawing changes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaryOf } from '../setup/electron-runtime.mjs';
import { ROOT, run } from '../setup/run.mjs';
import { fail, SetupError, say } from '../setup/say.mjs';
import { icoOf } from './ico.mjs';

const HERE = join(ROOT, 'build', 'icons');
const PNG = join(HERE, 'png');
/** What desktops ask hicolor for; Windows takes those up to 256. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];

try {
  mkdirSync(PNG, { recursive: true });
  const env = { ...process.env, ICON_SVG: join(HERE, 'icon.svg'), ICON_FOLDER: PNG, ICON_SIZES: SIZES.join(',') };
  const switches = (process.env.TEST_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  const code = await run(binaryOf(process.env.ELECTRON_OVERRIDE_DIST_PATH), [...switches, join(HERE, 'painter')], { env });
  rmSync(join(PNG, '.painter'), { recursive: true, force: true });
  if (code !== 0) throw new SetupError('the icon was not painted (see above).');
  const images = SIZES.filter((size) => size <= 256).map((size) => ({ size, png: readFileSync(join(PNG, `${size}x${size}.png`)) }));
  writeFileSync(join(HERE, 'icon.ico'), icoOf(images));
  say(`icons in ${PNG} and icon.ico`);
} catch (error) {
  fail(error);
}
