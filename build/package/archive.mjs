import { run } from '../setup/run.mjs';
import { SetupError, step } from '../setup/say.mjs';

/**
 * The unpacked folder as one file, for systems without dpkg: `name`.tar.gz beside it, with one folder of that name inside. Owned by
 * root, so that whoever unpacks it as root (tar -p) leaves nothing that others may write.
 */
export async function archive(output, folder, name) {
  const args = ['-C', output, '--owner=0', '--group=0', '--numeric-owner', '--sort=name', `--transform=s,^${folder},${name},`];
  const code = await step(`${name}.tar.gz`, () => run('tar', [...args, '-czf', `${output}/${name}.tar.gz`, folder]));
  if (code !== 0) throw new SetupError('tar failed (see above).');
}
