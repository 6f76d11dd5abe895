import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Locked {
  optionalDependencies?: Record<string, string>;
  integrity?: string;
}
const text = readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8');
const packages = Object.entries((JSON.parse(text) as { packages: Record<string, Locked> }).packages);
const places = new Set(packages.map(([place]) => place));

/** As Node looks a package up: beside the one that asks, then one folder up, to the top. */
function isLocked(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (places.has(at ? `${at}/node_modules/${name}` : `node_modules/${name}`)) return true;
    if (!at) return false;
  }
}

describe('package-lock.json', () => {
  it('names no registry, so that everyone installs from their own', () => {
    expect(text).not.toMatch(/"resolved"|registry\./);
  });
  it('pins every package by its content', () => {
    expect(packages.filter(([place, p]) => place !== '' && !p.integrity).map(([place]) => place)).toEqual([]);
  });
  // npm leaves out, without a word, what the registry of the day did not have; `npm ci` then fails elsewhere.
  it('holds the parts for every platform', () => {
    const missing = packages.flatMap(([place, p]) => Object.keys(p.optionalDependencies ?? {}).filter((name) => !isLocked(place, name)));
    expect(missing).toEqual([]);
  });
});
