import { type BrowserWindow, dialog } from 'electron';
import { refuse } from '../../shared/errors';
import { folders } from '../profile/profile';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { HallKeyFile } from '../security/hall-key';
import { stillHere } from '../session/still-here';
import { makePlace } from './place';
import { mustBeRestorable, restart, restoreFrom } from './restore-program';

type Names = `backup.${'run' | 'choose' | 'sets' | 'rehearse' | 'usePhrase'}` | 'setup.pickBackup' | 'setup.restore' | 'program.restart';

/** 备份与恢复, as the screens ask for it. Only a person chooses a folder; no path comes from a screen. */
export function backupHandlers(program: Program): Pick<MainHandlers, Names> {
  const { backup, restore, screen, session, profile } = program;
  const storage = () => program.store().storage;
  const chooseFolder = async (title: string): Promise<string | null> => {
    const window: BrowserWindow | null = screen.browserWindow;
    const options: Electron.OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'] };
    const answer = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
  const audit = (action: string, target: string, detail: string, staffId: string | null): Promise<null> =>
    storage().internal('internal.audit', { action, target, detail }, staffId);

  return {
    'backup.run': async () => {
      if (backup.view.get().phase === 'off')
        refuse('refused', { message: '还没有选择备份位置，没有备份。请系统管理员到「设置 · 备份」选择。' });
      return backup.runNow();
    },
    'backup.choose': async (_input, { staffId }) => {
      const chosen = await chooseFolder('选择备份位置');
      if (!chosen) return { chosen: false };
      stillHere(session, staffId);
      const place = await makePlace(chosen, { hallId: profile.file.hallId, deskCode: program.deskCode(), profileDir: profile.dir });
      await storage().internal('internal.backup.place', place, staffId);
      return { chosen: true };
    },
    'backup.sets': async () => {
      const { folder } = backup.view.get();
      return folder ? restore.list(folder) : [];
    },
    'backup.rehearse': async ({ id, words }, { staffId }) => {
      const report = await restore.rehearse(id, words);
      await audit('backup.rehearse', id, report.damage.length > 0 ? `损坏 ${report.damage.length} 处` : '完好', staffId);
      return report;
    },
    'backup.usePhrase': async ({ words }, { staffId }) => {
      const keys = await HallKeyFile.open(folders(profile.dir).keys, profile.file.hallId);
      const hallKey = program.hallKey ?? refuse('store-locked');
      if (!(await keys.usePhrase(hallKey, words)))
        refuse('refused', { message: '这不是一组恢复短语，什么也没有改变。', fields: { words: '请对照抄写的纸逐字核对，共十二个字' } });
      await audit('backup.usePhrase', '', '', staffId);
      return {};
    },

    'setup.pickBackup': async () => {
      mustBeRestorable(program.status);
      const chosen = await chooseFolder('选择备份所在的文件夹');
      return chosen ? restore.list(chosen) : null;
    },
    'setup.restore': async ({ id, words, protection, passphrase }) => {
      mustBeRestorable(program.status);
      await restoreFrom(program, id, words, protection, passphrase);
      return {};
    },
    'program.restart': async () => {
      restart(program.status);
      return {};
    },
  };
}
