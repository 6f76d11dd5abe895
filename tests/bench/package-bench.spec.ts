import { chownSync, cpSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { test } from '@playwright/test';
import { openFolder, packTestFlavour, unpackedIn } from '../package/flavour';
import { ORDINARY } from '../package/packaged-program';
import { type Measured, median, ms, rawFigures, table, times } from './figures';
import { writeEmptyProgram } from './start';
import { type Launched, watchStart } from './start-and-watch';

const RUNS = 9;
/** The first makes the demonstration hall, the second fills the system's file cache. */
const WARM_UP = 2;

test('bench of the packaged program', async () => {
  const ours = unpackedIn(packTestFlavour('dir'));
  const empty = await emptyPackage(ours);
  const measured = [sizes(ours, empty), await starts(ours, empty)];
  const raw = measured.flatMap((m) => Object.entries(m.raw).map(([name, values]) => rawFigures(name, values)));
  console.log(`\n${table(measured.flatMap((m) => m.rows))}\n\nsingle figures\n${raw.join('\n')}\n`);
});

/** The same runtime, fuses and files around an archive that opens one empty window; its page comes from file:, which one fuse has to allow. */
async function emptyPackage(ours: string): Promise<string> {
  const folder = join(openFolder('empty'), 'unpacked');
  cpSync(ours, folder, { recursive: true });
  const app = join(folder, 'app');
  mkdirSync(app);
  writeEmptyProgram(app);
  rmSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  await createPackage(app, join(folder, 'resources', 'app.asar'));
  rmSync(app, { recursive: true });
  await flipFuses(join(folder, 'jiefangtai'), { version: FuseVersion.V1, [FuseV1Options.GrantFileProtocolExtraPrivileges]: true });
  return folder;
}

function sizes(ours: string, empty: string): Measured {
  const [size, least] = [bytesIn(ours), bytesIn(empty)];
  const row = { measured: `${(size / 1e6).toFixed(1)} MB`, against: `empty packaged window: ${(least / 1e6).toFixed(1)} MB` };
  return { rows: [{ what: 'installed program', ...row, ratio: times(size / least), goal: '', met: null }], raw: {} };
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isDirectory() ? bytesIn(join(folder, entry.name)) : lstatSync(join(folder, entry.name)).size),
    0,
  );

/** As an ordinary user with the sandbox on, in turn, so that a machine that slows down slows both. */
async function starts(ours: string, empty: string): Promise<Measured> {
  const home = openFolder('home');
  const user = ORDINARY === undefined ? {} : { uid: ORDINARY, gid: ORDINARY };
  if (ORDINARY !== undefined) chownSync(home, ORDINARY, ORDINARY);
  const options = (profile: string, seed: Record<string, string>) => {
    const env = { PATH: '/usr/bin:/bin', HOME: home, DISPLAY: process.env.DISPLAY ?? '', RECEPTION_PROFILE: join(home, profile), ...seed };
    return { env, ...user };
  };
  const measured: Record<'ours' | 'empty', Launched[]> = { ours: [], empty: [] };
  for (let n = 0; n < RUNS + WARM_UP; n++) {
    measured.empty.push(await watchStart(join(empty, 'jiefangtai'), ['--disable-gpu'], options('empty', {}), 'file:'));
    measured.ours.push(
      await watchStart(join(ours, 'jiefangtai'), ['--disable-gpu'], options('hall', { RECEPTION_SEED: 'demo' }), 'app://desk'),
    );
  }
  const usable = (which: 'ours' | 'empty'): number[] => measured[which].slice(WARM_UP).map((launched) => launched.usable);
  const ratio = median(usable('ours')) / median(usable('empty'));
  const what = 'start to usable screen, out of the package';
  const row = { measured: `median ${ms(median(usable('ours')))}`, against: `empty packaged window: median ${ms(median(usable('empty')))}` };
  return {
    rows: [{ what, ...row, ratio: times(ratio), goal: '≤ 2×', met: ratio <= 2 }],
    raw: { 'start, ms': usable('ours'), 'empty window, ms': usable('empty') },
  };
}
