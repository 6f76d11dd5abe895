import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The arrows, renderer → shared ← electron, are kept by biome.json. Here the rule itself is tried, on files that
 * break it: a pattern that matches nothing would look just as green.
 */
const ROOT = join(__dirname, '..', '..');
const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

const FORBIDDEN: [folder: string, importLine: string][] = [
  ['renderer/desk', "import { router } from '../../electron/router';"],
  ['renderer/desk', "import type { Router } from '../../electron/router';"],
  ['renderer/desk', "export { router } from '../../electron/router';"],
  ['renderer/desk', "import { ipcRenderer } from 'electron';"],
  ['renderer/desk', "import { readFile } from 'node:fs/promises';"],
  ['renderer/desk', "import { join } from 'path';"],
  ['renderer/desk', "import Dexie from 'dexie';"],
  ['electron/printing', "import { App } from '../../renderer/app';"],
  ['electron', "import { App } from '../renderer/app';"],
  ['electron', "import { useState } from 'react';"],
  ['shared/rules', "import { router } from '../../electron/router';"],
  ['shared', "import { App } from '../renderer/app';"],
  ['shared/rules', "import { app } from 'electron';"],
  ['shared/rules', "import { useState } from 'react';"],
  ['shared/rules', "import Dexie from 'dexie';"],
  ['shared/rules', "import { readFileSync } from 'node:fs';"],
  ['shared/rules', "import { readFileSync } from 'fs';"],
];
const ALLOWED: [folder: string, importLine: string][] = [
  ['renderer/desk', "import type { Visit } from '../../shared/domain/visit';"],
  ['renderer/desk', "import { useState } from 'react';"],
  ['electron/storage/host', "import Dexie from 'dexie';"],
  ['electron/printing', "import { readFile } from 'node:fs/promises';"],
  ['electron/printing', "import { app } from 'electron';"],
  ['electron/printing', "import { log } from 'electron-log/main';"],
  ['electron', "import { dayOf } from '../shared/rules/time';"],
  ['shared/rules', "import { z } from 'zod';"],
];

const ARROWS = /noRestrictedImports|noNodejsModules/;
let root: string;
let complaints: Map<string, string[]>;

const fileOf = (folder: string, importLine: string): string => `${folder}/${Buffer.from(importLine).toString('hex').slice(-40)}.ts`;

/** One run over all samples, in a folder of their own that has our biome.json. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'arrows-'));
  copyFileSync(join(ROOT, 'biome.json'), join(root, 'biome.json'));
  for (const [folder, importLine] of [...FORBIDDEN, ...ALLOWED]) {
    const file = join(root, fileOf(folder, importLine));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${importLine}\n`);
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=500', '.'];
  const result = spawnSync(process.execPath, [BIOME, ...args], { cwd: root, encoding: 'utf8' });
  const report: { diagnostics: { category: string; location: { path: string | { file: string } } }[] } = JSON.parse(result.stdout);
  complaints = new Map();
  for (const { category, location } of report.diagnostics) {
    if (!ARROWS.test(category)) continue;
    const path = typeof location.path === 'string' ? location.path : location.path.file;
    complaints.set(path, [...(complaints.get(path) ?? []), category]);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the import arrows', () => {
  it.each(FORBIDDEN)('in %s, the linter reports: %s', (folder, importLine) => {
    expect(complaints.get(fileOf(folder, importLine))).toBeDefined();
  });
  it.each(ALLOWED)('in %s, the linter accepts: %s', (folder, importLine) => {
    expect(complaints.get(fileOf(folder, importLine))).toBeUndefined();
  });
});
