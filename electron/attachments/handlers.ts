import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
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
  return {
    'attachment.addFiles': async ({ visitId, about }, { staffId }) => {
      // Before a person looks for files that cannot be taken.
      await store().storage.internal('internal.attachment.key', { visitId }, staffId);
      const paths = await chooseFiles(screen.browserWindow);
      if (paths.length > 0) stillHere(session, staffId);
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
      const { name, type } = await store().storage.internal('internal.attachment.get', { id }, staffId);
      const path = await chooseTarget(screen.browserWindow, type, name);
      if (!path) return { saved: false, fileName: '' };
      stillHere(session, staffId);
      return saveTo(path, await openAttachment(store(), id, 'attachment.export', staffId));
    },
  };
}
