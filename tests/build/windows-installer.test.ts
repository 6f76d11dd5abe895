import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(__dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'jiefangtai-nsis-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const require = createRequire(import.meta.url);
const builderNeeds = createRequire(require.resolve('app-builder-lib'));

describe('electron-builder.yml', () => {
  const config = builderNeeds('js-yaml').load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8'));

  it('passes electron-builder’s own schema', async () => {
    const { validateConfiguration } = builderNeeds('./util/config/config');
    await expect(validateConfiguration(config, { isEnabled: false })).resolves.toBeUndefined();
  });
  it('refuses what the schema does not know: the check is one', async () => {
    const { validateConfiguration } = builderNeeds('./util/config/config');
    await expect(validateConfiguration({ ...config, nsis: { ...config.nsis, perMachin: true } }, { isEnabled: false })).rejects.toThrow(
      /configuration\.nsis/,
    );
  });
  it('names files that are there', () => {
    const named = [
      config.afterPack,
      config.win.icon,
      config.linux.icon,
      config.nsis.include,
      config.deb.afterInstall,
      config.deb.afterRemove,
    ];
    expect(named.filter((file: string) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
  it('installs for the machine, keeps the data at removal and starts nothing by itself', () => {
    expect(config.nsis).toMatchObject({ oneClick: false, perMachine: true, deleteAppDataOnUninstall: false, runAfterFinish: false });
  });
});

/** electron-builder's own script around ours, as far as ours needs it: its defines, its variables, the places of the macros. */
const AROUND = (outFile: string): string => `
Unicode true
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
Name "接访台"
OutFile "${outFile}"
Icon "${join(ROOT, 'build', 'icons', 'icon.ico')}"
UninstallIcon "${join(ROOT, 'build', 'icons', 'icon.ico')}"
!define APP_EXECUTABLE_FILENAME "jiefangtai.exe"
!include "${join(ROOT, 'build', 'package', 'windows', 'installer.nsh')}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
Var CmdPath
Function .onInit
  !insertmacro customInit
FunctionEnd
Section
  StrCpy $CmdPath "$SYSDIR\\cmd.exe"
  !insertmacro customCheckAppRunning
  WriteUninstaller "$INSTDIR\\uninstall.exe"
SectionEnd
Section "un.install"
  StrCpy $CmdPath "$SYSDIR\\cmd.exe"
  !insertmacro customCheckAppRunning
SectionEnd
`;

describe('installer.nsh', () => {
  const compile = (text: string) => {
    const [script, outFile] = [join(work, 'installer.nsi'), join(work, 'jiefangtai-setup.exe')];
    writeFileSync(script, `\uFEFF${text.replace('OUT', outFile)}`);
    return { ...spawnSync('makensis', ['-V3', '-WX', script], { encoding: 'utf8' }), outFile };
  };
  it('compiles without a warning, in the installer and in the uninstaller', () => {
    const { status, stdout, stderr, outFile } = compile(AROUND('OUT'));
    expect(status, `${stdout}\n${stderr}`).toBe(0);
    expect(readFileSync(outFile).subarray(0, 2).toString()).toBe('MZ');
  });
  it('a mistake in it is found', () => {
    expect(compile(AROUND('OUT').replace('!insertmacro customInit', '!insertmacro customInit\n  SetErrorLevl 1')).status).not.toBe(0);
  });
  it('never ends a running program', () => {
    expect(readFileSync(join(ROOT, 'build', 'package', 'windows', 'installer.nsh'), 'utf8')).not.toMatch(
      /taskkill|Stop-Process|KILL_PROCESS/i,
    );
  });
});
