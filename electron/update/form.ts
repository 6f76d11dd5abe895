import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { UpdateForm } from '../../shared/domain/update';

export interface Installation {
  form: UpdateForm;
  /** The folder that is one version, without links in its path: of the executable, or of the program where the runtime lies apart. */
  root: string;
}

/** The list of the package's files, where dpkg put it there. */
const DPKG_LIST = '/var/lib/dpkg/info/jiefangtai.list';

/** How this program came to this PC. */
export function installation(
  packaged: boolean,
  execPath: string,
  appPath: string,
  platform: NodeJS.Platform = process.platform,
): Installation {
  const root = realpathSync(packaged ? dirname(execPath) : appPath);
  if (packaged && platform === 'win32') {
    const uninstaller = readdirSync(root).some((name) => /^Uninstall .*\.exe$/i.test(name));
    return { form: uninstaller ? 'nsis' : 'other', root };
  }
  if (packaged && byDpkg(root)) return { form: 'deb', root };
  return { form: platform === 'linux' && isCurrent(root) ? 'folder' : 'other', root };
}

function byDpkg(root: string): boolean {
  return existsSync(DPKG_LIST) && readFileSync(DPKG_LIST, 'utf8').split('\n').includes(root);
}

/** `<place>/current` points here: the shape that can be exchanged in one step. */
export function isCurrent(root: string): boolean {
  const link = join(dirname(root), 'current');
  try {
    return basename(root) !== 'current' && realpathSync(link) === root;
  } catch {
    return false;
  }
}
