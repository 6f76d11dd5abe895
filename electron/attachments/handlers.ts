import { refuse } from '../../shared/errors';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import type { Store } from '../store';
import { addFiles } from './add-files';
import { addAttachment, openAttachment } from './archive';
import { chooseFiles, chooseTarget, saveTo } from './dialogs';

type Names = 'attachment.addFiles' | 'attachment.addPhoto' | 'attachment.camera' | 'attachment.read' | 'attachment.export';

/** 随带材料, as far as the main process answers itself: dialogs, files, the camera's permission. */
export function attachmentHandlers(program: Program): Pick<MainHandlers, Names> {
  const { screen, session } = program;
  const store = (): Store => program.store();
  session.view.subscribe(({ staff, locked }) => {
    if (!staff || locked) screen.camera.close();
  });
  /** A dialog may stand open for minutes: whoever asked must still be the one who sits here. */
  const stillHere = (staffId: string | null): void => {
    if (session.staff?.id !== staffId) refuse('signed-out', { message: '选择文件时换了人员，什么也没有保存。请登录后再操作。' });
    if (session.locked) refuse('locked', { message: '选择文件时屏幕已锁定，什么也没有保存。请解锁后再操作。' });
  };
  return {
    'attachment.addFiles': async ({ visitId, about }, { staffId }) => {
      // Before a person looks for files that cannot be taken.
      await store().storage.internal('internal.attachment.key', { visitId });
      const paths = await chooseFiles(screen.browserWindow);
      if (paths.length > 0) stillHere(staffId);
      return addFiles(store(), { visitId, about, paths }, staffId);
    },
    'attachment.addPhoto': async ({ visitId, about, bytes }, { staffId }) => ({
      id: await addAttachment(store(), { visitId, about, kind: 'photo', bytes }, staffId),
    }),
    'attachment.camera': async ({ on }) => {
      const page = screen.browserWindow?.webContents;
      if (on && page) screen.camera.open(page);
      else screen.camera.close();
      return {};
    },
    'attachment.read': async ({ id }, { staffId }) => {
      const { type, bytes } = await openAttachment(store(), id, 'attachment.read', staffId);
      return { type, bytes };
    },
    'attachment.export': async ({ id }, { staffId }) => {
      const { name, type } = await store().storage.internal('internal.attachment.get', { id });
      const path = await chooseTarget(screen.browserWindow, type, name);
      if (!path) return { saved: false, fileName: '' };
      stillHere(staffId);
      return saveTo(path, await openAttachment(store(), id, 'attachment.export', staffId));
    },
  };
}
