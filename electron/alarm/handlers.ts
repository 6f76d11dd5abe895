import type { Program } from '../program';
import type { MainHandlers } from '../router';

type Names = 'alarm.raise' | 'alarm.confirm' | 'alarm.line' | 'alarm.falseAlarm';

/** 报警 as the screen asks for it; signed in or not. */
export const alarmMainHandlers = ({ alarms }: Program): Pick<MainHandlers, Names> => ({
  'alarm.raise': () => alarms.press(),
  'alarm.confirm': async ({ id, code }) => {
    await alarms.confirm(id, code);
    return {};
  },
  'alarm.line': async ({ id, text }) => {
    await alarms.line(id, text);
    return {};
  },
  'alarm.falseAlarm': async ({ id, reason }) => {
    await alarms.falseAlarm(id, reason);
    return {};
  },
});
