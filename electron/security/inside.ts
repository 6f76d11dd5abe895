import path from 'node:path';

/**
 * The file that an address names below `root`; null when it names anything else: what leads out (plain or encoded, with the
 * slashes of either system), a control character, a second colon (`index.html::$DATA` is a stream of Windows), no text at all.
 * @param pathname as it stands in the address, encoded, beginning with a slash
 * @param paths the system's own rules; given in the tests
 */
export function fileInside(root: string, pathname: string, paths: Pick<typeof path, 'resolve' | 'sep'> = path): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\p{Cc}:\\]/u.test(name)) return null;
  const top = paths.resolve(root);
  const file = paths.resolve(top, `.${name.startsWith('/') ? '' : '/'}${name}`);
  return file.startsWith(top + paths.sep) ? file : null;
}
