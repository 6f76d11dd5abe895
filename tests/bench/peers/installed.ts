import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DOCS, PUBLISHED, type Result } from './work';

/** A peer of which a package is not there is named with the reason in the same table; nothing takes its place. */
export function absent(who: string, packages: readonly string[]): Result[] {
  const missing = packages.filter((name) => !existsSync(join(__dirname, 'node_modules', name, 'package.json')));
  if (missing.length === 0) return [];
  const said = process.env.PEERS_INSTALL_CODE;
  const reason = said ? `npm ci ended with ${said}, and its words stand above` : 'run.mjs --install installs them';
  const problem = `not installed: ${missing.join(', ')} (${reason}).`;
  return [
    { who, work: 'first sync', rows: DOCS, took: null, counted: 0, problem },
    { who, work: 'publish', rows: PUBLISHED, took: null, counted: 0, problem },
  ];
}
