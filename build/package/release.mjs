// `npm run release`: the packages that are handed out, from the official Electron alone, into release/, with SHA256SUMS and the
// guide. `-- --electron=FOLDER` takes Electron's zips from a folder, `--linux-x64` `--linux-arm64` `--win-x64` some of the packages
// only, `--check=FOLDER` looks at an unpacked folder and packs nothing.
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { officialVersion } from '../setup/official-runtime.mjs';
import { ROOT, run } from '../setup/run.mjs';
import { fail, SetupError, say, step } from '../setup/say.mjs';
import { archive } from './archive.mjs';
import { packWith } from './builder.mjs';
import { checkRelease } from './check-release.mjs';
import { officialZip } from './official-zip.mjs';
import { writeSums } from './sums.mjs';

const OUTPUT = join(ROOT, 'release');
const PACKAGES = [
  { name: 'linux-x64', platform: 'linux', arch: 'x64', targets: ['--linux', 'dir', 'deb', '--x64'], folder: 'linux-unpacked' },
  { name: 'linux-arm64', platform: 'linux', arch: 'arm64', targets: ['--linux', 'dir', 'deb', '--arm64'], folder: 'linux-arm64-unpacked' },
  { name: 'win-x64', platform: 'win32', arch: 'x64', targets: ['--win', 'dir', 'nsis', '--x64'], folder: 'win-unpacked' },
];

const args = process.argv.slice(2);
const given = (name) => args.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
const expected = { version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version, runtime: officialVersion() };

try {
  const looked = given('check');
  if (looked) {
    await checkRelease(resolve(looked), expected);
    say(`${looked} may be handed out: version ${expected.version}, Electron ${expected.runtime}`);
  } else await release();
} catch (error) {
  fail(error);
}

async function release() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    throw new SetupError(
      'a release is packed from the official Electron alone: ELECTRON_OVERRIDE_DIST_PATH must not be set. Nothing was packed.',
    );
  const asked = PACKAGES.filter(({ name }) => args.includes(`--${name}`));
  const packages = asked.length > 0 ? asked : PACKAGES.filter(({ platform }) => platform === process.platform);
  // All of them first: half a release is none.
  const zips = [];
  for (const { platform, arch } of packages) zips.push(await officialZip(platform, arch, given('electron')));
  rmSync(OUTPUT, { recursive: true, force: true });
  const built = await run(process.execPath, [join(ROOT, 'build', 'bundle.mjs'), '--release']);
  if (built !== 0) throw new SetupError('the build failed (see above).');
  for (const [at, { name, platform, targets, folder }] of packages.entries()) {
    const pack = { runtime: zips[at], version: expected.runtime, targets, settings: { 'directories.output': OUTPUT } };
    await step(`packing ${name}`, () => packWith(pack));
    await checkRelease(join(OUTPUT, folder), expected);
    if (platform === 'linux') await archive(OUTPUT, folder, `jiefangtai-${expected.version}-${name}`);
    rmSync(join(OUTPUT, folder), { recursive: true });
  }
  for (const name of ['builder-debug.yml', 'builder-effective-config.yaml']) rmSync(join(OUTPUT, name), { force: true });
  for (const guide of ['install.md', 'updates.md', 'hub.md']) copyFileSync(join(ROOT, 'docs', guide), join(OUTPUT, guide));
  const parts = join(OUTPUT, `jiefangtai-${expected.version}.cdx.json`);
  if ((await run(process.execPath, [join(ROOT, 'build', 'sbom.mjs'), parts])) !== 0)
    throw new SetupError('the parts list was not written.');
  await step('SHA256SUMS', () => writeSums(OUTPUT));
  say(`release ${expected.version} in ${OUTPUT}`);
}
