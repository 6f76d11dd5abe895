import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mirror, officialVersion } from '../setup/official-runtime.mjs';
import { ROOT } from '../setup/run.mjs';
import { SetupError, say } from '../setup/say.mjs';
import { sha256 } from './sha256.mjs';

const ANSWER_MS = 6000;
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jiefangtai');

/**
 * The official Electron for a platform, as the zip of its makers: from `folder`, from an earlier download, or from GitHub or
 * the mirror in ELECTRON_MIRROR. Only a file with the SHA-256 that the electron package carries is taken, wherever it comes from.
 * @throws SetupError a sentence that says what to do
 */
export async function officialZip(platform, arch, folder) {
  const name = `electron-v${officialVersion()}-${platform}-${arch}.zip`;
  const expected = JSON.parse(readFileSync(join(ROOT, 'node_modules', 'electron', 'checksums.json'), 'utf8'))[name];
  if (!expected) throw new SetupError(`Electron ${officialVersion()} does not exist for ${platform}-${arch}.`);
  const here = [folder, CACHE].filter(Boolean).map((place) => join(place, name));
  const file = here.find((path) => existsSync(path)) ?? (await download(name));
  if ((await sha256(file)) !== expected)
    throw new SetupError(
      `${file} is not the official Electron (its SHA-256 is not the one that the electron package names). Nothing was packed.`,
    );
  say(`Electron: official ${name}`);
  return file;
}

async function download(name) {
  const url = `${mirror()}v${officialVersion()}/${name}`;
  const { host } = new URL(url);
  say(`Electron: asking ${host} for ${name} …`);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ANSWER_MS);
  const answer = await fetch(url, { signal: stop.signal }).catch((error) =>
    stop.signal.aborted ? `did not answer within ${ANSWER_MS / 1000} s` : (error.cause?.message ?? error.message),
  );
  clearTimeout(timer);
  if (typeof answer === 'string' || !answer.ok) {
    throw new SetupError(
      `a release is packed from the official Electron alone, and it cannot be had: ${host}: ${answer.status ?? answer}. Nothing was packed. ` +
        `Set ELECTRON_MIRROR to a mirror that is reachable, or put ${name} into a folder and give it: npm run release -- --electron=FOLDER`,
    );
  }
  mkdirSync(CACHE, { recursive: true });
  const [target, part] = [join(CACHE, name), join(CACHE, `${name}.part`)];
  try {
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(part));
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw new SetupError(`the download of ${name} broke off: ${error.message}`);
  }
  return target;
}
