import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import { refuse } from '../../shared/errors';
import { dayOf } from '../../shared/rules/time';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { diagnostics } from './diagnostics';
import { Notices } from './notices';
import { programFacts } from './program-facts';

type Names = `about.${'program' | 'notices' | 'notice' | 'saveNotices' | 'saveDiagnostics'}`;

/** 关于, as the screen asks for it. Only a person chooses where something is written. */
export function aboutHandlers(program: Program): Pick<MainHandlers, Names> {
  const { screen, session } = program;
  const notices = new Notices(program.distDir);
  const save = async (
    title: string,
    fileName: string,
    extension: string,
    content: () => Promise<string | Buffer>,
    staffId: string | null,
  ): Promise<{ saved: boolean; fileName: string }> => {
    const window = screen.browserWindow;
    const options = { title, defaultPath: `${fileName}.${extension}`, filters: [{ name: title, extensions: [extension] }] };
    const answer = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
    if (answer.canceled || !answer.filePath) return { saved: false, fileName: '' };
    stillHere(session, staffId);
    const path = answer.filePath.toLowerCase().endsWith(`.${extension}`) ? answer.filePath : `${answer.filePath}.${extension}`;
    const bytes = await content();
    await writeFile(path, bytes).catch(() => refuse('refused', { message: '所选位置不能写入，没有导出。请换一个位置。' }));
    return { saved: true, fileName: basename(path) };
  };
  return {
    'about.program': async () => programFacts((await notices.shipped()).expectedElectron),
    'about.notices': () => notices.list(),
    'about.notice': async ({ id }) => ({ text: await notices.text(id) }),
    'about.saveNotices': ({ part }, { staffId }) =>
      part === 'program'
        ? save('另存第三方声明', '接访台-第三方声明', 'txt', () => notices.programText(), staffId)
        : save('另存运行环境声明', '接访台-运行环境声明', 'html', () => notices.runtimePage(), staffId),
    'about.saveDiagnostics': async (_input, { staffId }) => {
      const name = `接访台-诊断信息-${program.deskCode()}-${dayOf(program.now())}`;
      const done = await save('导出诊断信息', name, 'txt', () => diagnostics(program, notices), staffId);
      if (done.saved && program.storeOrNull()?.disk.state !== 'read-only')
        await program
          .store()
          .storage.internal('internal.audit', { action: 'about.saveDiagnostics', target: done.fileName, detail: '' }, staffId);
      return done;
    },
  };
}
