import type { SettingChange } from '../../../../shared/contract/desk';
import type { DutySettings } from '../../../../shared/domain/duty';
import type { EmergencySettings } from '../../../../shared/domain/emergency';
import type { PreparationSettings } from '../../../../shared/domain/preparation';
import { refuse } from '../../../../shared/errors';
import { checkDuty } from '../../../../shared/rules/duty-check';
import { checkEmergency } from '../../../../shared/rules/emergency-check';
import { withSeats } from '../../../../shared/rules/organisation';
import { checkPreparation } from '../../../../shared/rules/preparation-check';
import { suggestAnew } from '../forecast/rows';
import { type Host, writeAs } from '../host';
import { usesOf } from '../incidents/plan-editions';
import { movePromises } from '../interviews/move-promises';
import { seatsOn } from '../organisation/editions';
import { settingsId } from '../read';
import { moveNumbering, numbering } from '../reports/numbering';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Names = 'settings.put' | 'settings.printing' | 'settings.reader' | 'settings.hallScreen';
type Handlers = Pick<RequestHandlers, Names> & Pick<InternalHandlers, 'internal.settings' | 'internal.promises.recompute'>;

export const settingsHandlers: Handlers = {
  'settings.put': async (host, change, call) => {
    const fields = twice(change);
    if (Object.keys(fields).length > 0) refuse('refused', { message: '设置中有重复项，尚未保存。请按提示修改。', fields });
    return writeAs(host, call, async (draft) => {
      if (change.key === 'emergency') await mustBeConsistent(host, change.value);
      if (change.key === 'duty') await mustFitDuty(host, change.value);
      if (change.key === 'preparation') mustFitPreparation(change.value);
      await moveNumbering(host, draft, change);
      const moved = change.key === 'forecast' ? await suggestAnew(host, draft, change.value) : 0;
      draft.audit(call.name, change.key, moved > 0 ? `建议等级变动 ${moved} 件` : '');
      draft.put('settings', settingsId(change.key, host.deskCode), { changedAt: draft.at, value: change.value });
      return { moved: change.key === 'calendar' ? await movePromises(host, draft, change.value) : [] };
    });
  },

  'settings.printing': async (host, value, call) => {
    await writeAs(host, call, async (draft) => {
      draft.audit(call.name, 'printing');
      draft.put('settings', settingsId('printing', host.deskCode), { changedAt: draft.at, value });
    });
    return {};
  },

  'settings.reader': async (host, value, call) => {
    await writeAs(host, call, async (draft) => {
      draft.audit(call.name, 'reader');
      draft.put('settings', settingsId('reader', host.deskCode), { changedAt: draft.at, value });
    });
    return {};
  },

  'settings.hallScreen': async (host, value, call) => {
    await writeAs(host, call, async (draft) => {
      draft.audit(call.name, 'hallScreen');
      draft.put('settings', settingsId('hallScreen', host.deskCode), { changedAt: draft.at, value });
    });
    return {};
  },

  'internal.promises.recompute': async (host, _input, call) => {
    const { moved } = await writeAs(host, call, async (draft) => {
      const { calendar } = await host.reader.settings();
      return { moved: await movePromises(host, draft, calendar) };
    });
    return moved;
  },

  'internal.settings': ({ reader }) => reader.settings(),
};

export const settingsLives: Pick<LiveHandlers, 'settings.all'> = {
  'settings.all': async (host) => {
    const settings = await host.reader.settings();
    const { code, term } = await numbering(host, settings);
    // Handed over, it is that desk, whatever an older form says.
    return term ? { ...settings, reports: { ...settings.reports, briefingDesk: code } } : settings;
  },
};

/** Under the write lock: the plans that refer to it may be changing too. */
async function mustBeConsistent(host: Host, value: EmergencySettings): Promise<void> {
  const { emergency } = await host.steady.settings();
  // A post that the organisation fills needs nobody in the list itself.
  const contacts = withSeats(value.contacts, await seatsOn(host, host.clock.today()));
  const fields = checkEmergency({ ...value, contacts }, await usesOf(host), emergency);
  if (Object.keys(fields).length > 0) refuse('refused', { message: '应急设置前后不一致，尚未保存。请按提示修改。', fields });
}

/** Kinds of which somebody holds a certificate stay. */
async function mustFitDuty(host: Host, value: DutySettings): Promise<void> {
  const held = (await host.reader.all('certificates')).filter(({ removed }) => !removed).map(({ kind }) => kind);
  const fields = checkDuty(value, new Set(held));
  if (Object.keys(fields).length > 0) refuse('refused', { message: '值班设置前后不一致，尚未保存。请按提示修改。', fields });
}

function mustFitPreparation(value: PreparationSettings): void {
  const fields = checkPreparation(value);
  if (Object.keys(fields).length > 0) refuse('refused', { message: '准备设置前后不一致，尚未保存。请按提示修改。', fields });
}

/** Desk codes and letters are part of the numbers given, field codes of the statistics: none may stand twice. */
function twice(change: SettingChange): Record<string, string> {
  const fields: Record<string, string> = {};
  const look = (path: string, values: string[], what: string): void =>
    values.forEach((value, i) => {
      if (values.indexOf(value) !== i) fields[path.replace('#', String(i))] = `${what}「${value}」重复`;
    });
  if (change.key === 'hall') {
    const { desks, rooms, areas } = change.value;
    look(
      'desks.#.code',
      desks.map((d) => d.code),
      '登记台代码',
    );
    look(
      'desks.#.letter',
      desks.map((d) => d.letter),
      '排队字母',
    );
    look(
      'rooms.#.id',
      rooms.map((r) => r.id),
      '接访室编号',
    );
    look(
      'areas.#.id',
      areas.map((a) => a.id),
      '区域编号',
    );
  }
  if (change.key === 'fields')
    look(
      'entries.#.code',
      change.value.entries.map((e) => e.code),
      '领域代码',
    );
  return fields;
}
