// `npm run package:test`: the test flavour, from the runtime that the tests use (the fallback, where GitHub is out of reach).
// Into release/test; `-- --dir` the unpacked folder only, `--quick` a larger deb sooner, `--output=FOLDER` elsewhere, `--version=0.2.0` for another number.
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { electronRuntime } from '../setup/electron-runtime.mjs';
import { ROOT } from '../setup/run.mjs';
import { fail, SetupError, say, step } from '../setup/say.mjs';
import { archive } from './archive.mjs';
import { packWith } from './builder.mjs';
import { TEST } from './flavour.mjs';
import { readPackage } from './read-package.mjs';

try {
  if (process.platform !== 'linux') throw new SetupError('the test flavour is made on Linux only: its tests install a deb.');
  const args = process.argv.slice(2);
  const given = (name) => args.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
  const runtime = await electronRuntime();
  const version = readFileSync(join(runtime, 'version'), 'utf8').trim().replace(/^v/, '');
  const own = given('version') ?? JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
  const output = resolve(given('output') ?? join(ROOT, 'release', 'test'));
  const targets = ['--linux', ...(args.includes('--dir') ? ['dir'] : ['dir', 'deb']), `--${process.arch}`];
  const settings = {
    'directories.output': output,
    'extraMetadata.version': `${own}-${TEST}`,
    'extraMetadata.flavour': TEST,
    'electronFuses.enableNodeCliInspectArguments': true,
    // A deb as a release packs it takes two minutes; what the tests look at is the same in this one.
    ...(args.includes('--quick') ? { 'deb.compression': 'gz' } : {}),
  };
  await step(`packing the test flavour with Electron ${version}`, () => packWith({ runtime, version, targets, settings }));
  const folder = join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  const made = await readPackage(folder);
  if (made.flavour !== TEST) throw new SetupError(`${folder} does not bear the test flavour's mark.`);
  if (!args.includes('--dir')) await archive(output, basename(folder), `jiefangtai-${made.version}-linux-${process.arch}`);
  say(`test flavour ${made.version} in ${output}: for testing packaging only`);
} catch (error) {
  fail(error);
}
