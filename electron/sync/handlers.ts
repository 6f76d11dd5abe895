import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse } from '../../shared/errors';
import { dayOf } from '../../shared/rules/time';
import { OutsideFileError, readOutside } from '../files/outside-file';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { chooseHubFile, chooseJoiningFile, choosePackage, placeJoiningFile, placePackage } from './dialogs';
import { mustBeHubFile, mustBeJoiningFile, openHubFile, openJoiningFile, sealJoiningFile } from './joining';
import { newCode } from './sealed-secret';

type Names =
  | `sync.${'pickHubFile' | 'useHub' | 'invite' | 'revoke' | 'exportPackage' | 'importPackage'}`
  | `setup.${'pickJoiningFile' | 'join' | 'importPackage'}`;

/** A secret file is small; something else was picked by mistake. */
const LONGEST = 1024 * 1024;

/** 同步, as the screens ask for it. */
export function syncHandlers(program: Program): Pick<MainHandlers, Names> {
  const { screen, session, sync } = program;
  /** What was picked, until its code is typed; whoever comes next does not find it. */
  let hubFile: string | null = null;
  let joiningFile: string | null = null;
  session.view.subscribe(({ staff }) => {
    if (!staff) hubFile = null;
  });
  const audit = (action: string, target: string, staffId: string | null): Promise<null> =>
    program.store().storage.internal('internal.audit', { action, target, detail: '' }, staffId);

  const importPackage = async (staffId: string | null): Promise<{ applied: number; known: number; refused: number } | null> => {
    const path = await choosePackage(screen.browserWindow);
    if (!path) return null;
    // Before anybody could sign in there is nobody who could have gone away.
    if (staffId) stillHere(session, staffId);
    const { changes, known, refused } = await sync.importPackage(path);
    await audit('sync.importPackage', basename(path), staffId);
    return { applied: changes, known, refused };
  };

  return {
    'sync.pickHubFile': async (_input, { staffId }) => {
      const path = program.managed.policy.hubFile ?? (await chooseHubFile(screen.browserWindow));
      if (!path) return null;
      stillHere(session, staffId);
      hubFile = await textOf(path);
      mustBeHubFile(hubFile);
      // Its addresses are sealed with the rest; they are known when the code is.
      return { name: basename(path), hub: [] };
    },
    'sync.useHub': async ({ code }, { staffId }) => {
      if (!hubFile) refuse('refused', { message: '还没有选择中心的连接文件。请先选择文件，再输入口令。' });
      await sync.useHub(await openHubFile(hubFile, code));
      hubFile = null;
      await audit('sync.useHub', '', staffId);
      return {};
    },
    'sync.invite': async ({ deskCode }, { staffId }) => {
      const path = await placeJoiningFile(screen.browserWindow, deskCode);
      if (!path) return null;
      stillHere(session, staffId);
      const code = newCode();
      const text = await sealJoiningFile(await sync.invitation(deskCode), code);
      await writeFile(path, text, { mode: 0o600 }).catch(() =>
        refuse('refused', { message: '所选位置不能写入，没有生成文件。请换一个位置。' }),
      );
      await audit('sync.invite', deskCode, staffId);
      return { code, file: basename(path) };
    },
    'sync.revoke': async ({ deskCode, reason }, { staffId }) => {
      await sync.revoke(deskCode, reason);
      await audit('sync.revoke', deskCode, staffId);
      return {};
    },
    'sync.exportPackage': async (_input, { staffId }) => {
      const path = await placePackage(screen.browserWindow, program.deskCode(), dayOf(program.now()));
      if (!path) return null;
      stillHere(session, staffId);
      const { changes } = await sync
        .exportPackage(path)
        .catch((error: unknown) =>
          isDisk(error)
            ? refuse('refused', { message: '所选位置不能写入或空间不足，没有导出。请换一个 U 盘或位置。' })
            : Promise.reject(error),
        );
      await audit('sync.exportPackage', basename(path), staffId);
      return { file: basename(path), changes };
    },
    'sync.importPackage': (_input, { staffId }) => importPackage(staffId),

    'setup.pickJoiningFile': async () => {
      program.mustBe('first-start');
      const path = await chooseJoiningFile(screen.browserWindow);
      if (!path) return null;
      joiningFile = await textOf(path);
      mustBeJoiningFile(joiningFile);
      return { name: basename(path) };
    },
    'setup.join': async ({ code, protection, passphrase }) => {
      program.mustBe('first-start');
      if (!joiningFile) refuse('refused', { message: '还没有选择加入文件。请先选择文件，再输入口令。' });
      await program.firstStart.join(await openJoiningFile(joiningFile, code, program.now()), protection, passphrase);
      joiningFile = null;
      return {};
    },
    'setup.importPackage': async () => {
      const staff = await program.store().storage.internal('internal.staffCards', null);
      if (staff.length > 0) refuse('forbidden', { message: '人员名单已经有了。请登录以后在「设置 · 同步」导入。' });
      return importPackage(null);
    },
  };
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readOutside(path, LONGEST)).toString('utf8');
  } catch (error) {
    // Too large for one of ours: no such file, as the caller will find.
    if (error instanceof OutsideFileError && error.fault === 'too-large') return '';
    return refuse('refused', { message: '文件打不开，什么也没有改变。请检查 U 盘后再试。' });
  }
}

const isDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EIO'].includes(String(error.code));
