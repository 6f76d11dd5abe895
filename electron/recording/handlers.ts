import { refuse } from '../../shared/errors';
import { teamApprovers } from '../../shared/rules/team';
import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { stillHere } from '../session/still-here';
import { exportSound } from './export-sound';
import { chooseSound, registerOutside } from './outside';
import { carryOut } from './settle';

type Names = 'microphone' | 'begin' | 'part' | 'alarm' | 'finish' | 'listen' | 'read' | 'register' | 'export' | 'destroy';

/** 录音, as far as the main process answers itself: the microphone's permission, files, keys, PINs. */
export function recordingHandlers(program: Program): Pick<MainHandlers, `recording.${Names}`> {
  const { screen, recorder, listening, session, pins } = program;
  screen.onMicrophoneLost(() => void recorder.interrupt());
  // What was opened to be heard is heard by that person only.
  let listener: string | null = null;
  session.view.subscribe(({ staff, locked }) => {
    if (listener !== null && (locked || staff?.id !== listener)) void listening.close();
  });
  return {
    'recording.microphone': async ({ on }) => {
      const page = screen.browserWindow?.webContents;
      if (on && page) screen.microphone.open(page);
      else screen.microphone.close();
      return {};
    },
    'recording.begin': ({ interviewId, device }, { staffId }) => recorder.begin(interviewId, device, staffId),
    'recording.part': async ({ token, bytes, n, startMs, durationMs }) => {
      await recorder.part(token, { n, startMs, durationMs }, bytes);
      return {};
    },
    'recording.alarm': async ({ token, alarm }) => {
      await recorder.alarm(token, alarm);
      return {};
    },
    'recording.finish': async ({ token, ended }) => {
      await recorder.finish(token, ended);
      return {};
    },
    'recording.listen': async ({ id }, { staffId }) => {
      const opened = await listening.listen(id, staffId);
      listener = staffId;
      return opened;
    },
    'recording.read': async ({ id, n }, { staffId }) => ({ bytes: new Uint8Array(await listening.read(id, n, staffId)) }),
    'recording.register': async ({ interviewId, about }, { staffId }) => {
      const path = await chooseSound(screen.browserWindow);
      if (!path) return { added: false, fileName: '' };
      stillHere(session, staffId);
      return { added: true, fileName: await registerOutside(program.store(), path, interviewId, about, staffId) };
    },
    'recording.export': ({ id }, { staffId }) => exportSound(program.store(), screen.browserWindow, session, id, staffId),
    'recording.destroy': async ({ id, reason, approverId, code, requestId }, { staffId }) => {
      const store = program.store();
      const cards = await store.storage.internal('internal.staffCards', null);
      if (!teamApprovers(cards, staffId ?? '').some((each) => each.id === approverId))
        refuse('refused', { message: '销毁须由另一位领导或协调员批准。', fields: { approverId: '请另选批准人' } });
      await pins.check(approverId, code);
      const { certificateId } = await store.storage.internal('internal.recording.destroy', { id, reason, approverId }, staffId, requestId);
      await listening.close();
      await carryOut(store, id);
      return { certificateId };
    },
  };
}
