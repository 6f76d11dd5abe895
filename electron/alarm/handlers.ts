import type { Program } from '../program';
import type { MainHandlers } from '../router';
import { addIncidentFile, addIncidentPhoto, openIncidentFile } from './incident-files';

type Names =
  | 'alarm.raise'
  | 'alarm.confirm'
  | 'alarm.line'
  | 'alarm.heard'
  | 'alarm.falseAlarm'
  | 'incident.addPhoto'
  | 'incident.addFile'
  | 'incident.photo';

/** 报警 as the screen asks for it; signed in or not. */
export const alarmMainHandlers = (program: Program): Pick<MainHandlers, Names> => ({
  'alarm.raise': () => program.alarms.press(),
  'alarm.confirm': async ({ id, code }) => {
    await program.alarms.confirm(id, code);
    return {};
  },
  'alarm.line': async ({ id, text }) => {
    await program.alarms.line(id, text);
    return {};
  },
  'alarm.heard': async ({ id }) => {
    await program.alarms.heard(id);
    return {};
  },
  'alarm.falseAlarm': async ({ id, reason }) => {
    await program.alarms.falseAlarm(id, reason);
    return {};
  },

  'incident.addPhoto': async ({ id, text, bytes }, { staffId }) => ({
    attachmentId: await addIncidentPhoto(program.store(), { incidentId: id, text, bytes }, staffId),
  }),
  'incident.addFile': ({ id, text }, { staffId }) => addIncidentFile(program, { incidentId: id, text }, staffId),
  'incident.photo': ({ attachmentId }, { staffId }) => openIncidentFile(program.store(), attachmentId, staffId),
});
