import { describe, expect, it } from 'vitest';
import { FOR_START } from '../../build/setup/needed-packages.mjs';
import { checkNode } from '../../build/setup/node-version.mjs';
import { missingPackages } from '../../build/setup/system-packages.mjs';

describe('what the set-up asks of a machine', () => {
  it('takes a renamed library for the one it replaced', () => {
    const debian12 = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libatk-bridge2.0-0', 'fonts-noto-cjk'];
    const ubuntu24 = debian12.map((name) => (/gtk|asound|atk/.test(name) ? `${name}t64` : name));
    expect(missingPackages(FOR_START, (name: string) => debian12.includes(name))).toEqual([]);
    expect(missingPackages(FOR_START, (name: string) => ubuntu24.includes(name))).toEqual([]);
  });
  it('names what is missing', () => {
    expect(missingPackages(['a|b', 'c'], (name: string) => name === 'b')).toEqual(['c']);
  });
  it.each(['18.20.0', '20.18.3', '22.11.0', '21.7.0'])('refuses Node %s with a sentence', (version) => {
    expect(() => checkNode(version)).toThrow('too old');
  });
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('accepts Node %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
});
