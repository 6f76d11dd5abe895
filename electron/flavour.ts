import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether this program lies in a package of the test flavour: the mark stands in the package.json inside the archive
 * (build/package/flavour.mjs), which no environment variable and no file beside the archive can replace.
 */
export function isTestFlavour(root: string): boolean {
  try {
    return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { flavour?: string }).flavour === 'test';
  } catch {
    return false;
  }
}
