import { arch, platform, release } from 'node:os';
import { app } from 'electron';
import type { AboutProgram } from '../../shared/contract/about';
import { runtimeKind } from '../../shared/rules/runtime-kind';

/** @param expectedElectron what a release of this version is built with */
export function programFacts(expectedElectron: string): AboutProgram {
  const { electron = '', chrome = '', node, v8 } = process.versions;
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    v8,
    runtime: runtimeKind(electron, expectedElectron),
    expectedElectron,
    packaged: app.isPackaged,
    system: `${platform()} ${arch()} ${release()}`,
  };
}
