import { v7 as uuid } from 'uuid';
import type { ForecastInput, ForecastTraits } from '../../../../shared/domain/forecast';
import { FORECAST_CHANNEL_NAMES, FORECAST_GRADE_NAMES } from '../../../../shared/domain/forecast';
import { refuse } from '../../../../shared/errors';
import { checkGrading, standingSuggestion } from '../../../../shared/rules/forecast-grade';
import { checkForecast, plannedAtFor, receivedAtOf } from '../../../../shared/rules/forecast-input';
import { forecastKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { type Item, isStandingRow, sameKeyOf, standingWithKeys, storedOn, suggestedBy } from '../forecast/rows';
import { type Call, type Host, writeAs } from '../host';
import { refuseFields } from './register';
import type { RequestHandlers } from './types';

type Names = 'save' | 'saveWhole' | 'traits' | 'withdraw' | 'confirmNone' | 'grade';

/** What the channels tell, and what the analysts make of it. The suggestion and the decision never touch each other. */
export const forecastItemHandlers: Pick<RequestHandlers, `forecast.${Names}`> = {
  'forecast.save': (host, { item }, call) => writeAs(host, call, (draft) => saveItem(host, draft, call, item, null)),

  'forecast.saveWhole': (host, { item }, call) => writeAs(host, call, (draft) => saveItem(host, draft, call, item, item)),

  'forecast.traits': async (host, { id }, call) => {
    await mustFind(host, id);
    const traits = await host.reader.one('forecastTraits', id);
    if (traits?.unreadable) refuse('damaged');
    await writeAs(host, call, async (draft) => draft.audit(call.name, id));
    return { health: traits?.health ?? '', conduct: traits?.conduct ?? '' };
  },

  'forecast.withdraw': async (host, { id, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const item = await mustStand(host, id);
      draft.put('forecastItems', id, { state: 'withdrawn', withdrawnReason: reason }, item.keyId);
      draft.audit(call.name, id, item.date);
      return { id };
    });
    return {};
  },

  'forecast.confirmNone': async (host, { date, channel }, call) => {
    await writeAs(host, call, async (draft) => {
      const items = (await storedOn(host, date)).filter((row) => isStandingRow(row) && row.channel === channel);
      const name = FORECAST_CHANNEL_NAMES[channel];
      if (items.length > 0) refuse('conflict', { message: `${name}已有 ${items.length} 件，不能确认无信息，什么也没有改变。` });
      const id = uuid();
      draft.add('forecastChannels', id, { date, channel, at: draft.at, staffId: me(call), deskCode: host.deskCode });
      draft.audit(call.name, id, `${date} ${name}`);
      return { id };
    });
    return {};
  },

  'forecast.grade': async (host, { id, grade, suggested, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const item = await mustStand(host, id);
      const { forecast } = await host.steady.settings();
      const now = standingSuggestion(item, forecast, host.clock.today());
      if (now !== suggested)
        refuse('conflict', { message: `建议等级刚刚变为「${FORECAST_GRADE_NAMES[now]}」，没有保存。请看过最新情况再定级。` });
      const wrong = checkGrading(grade, reason, { suggested: now, grade: item.grade });
      if (wrong) refuseFields({ reason: wrong });
      const graded = { itemId: id, at: draft.at, staffId: me(call), deskCode: host.deskCode, grade, suggested: now, reason };
      draft.add('forecastGrades', uuid(), graded, item.keyId);
      draft.put('forecastItems', id, { grade, gradedAt: item.gradedAt ?? draft.at }, item.keyId);
      draft.audit(call.name, id, `建议${FORECAST_GRADE_NAMES[now]}，定为${FORECAST_GRADE_NAMES[grade]}`);
      return { id };
    });
    return {};
  },
};

/** @param whole health and conduct, of somebody who may write them; null leaves them as they are */
async function saveItem(
  host: Host,
  draft: Draft,
  call: Call,
  typed: Omit<ForecastInput, 'extreme'>,
  whole: { extreme: boolean; traits: ForecastTraits } | null,
): Promise<{ id: string }> {
  const { id: known, time, received, ...content } = typed;
  const before = known ? await mustStand(host, known) : undefined;
  const settings = await host.steady.settings();
  const item = { ...content, extreme: whole ? whole.extreme : (before?.extreme ?? false) };
  refuseFields(checkForecast({ ...item, time, received }, { now: draft.at, fields: settings.fields, before }));
  const sameKey = sameKeyOf(host, item);
  const there = (await standingWithKeys(host, [sameKey])).get(sameKey);
  if (there && there !== before?.id) refuseFields({ who: '这一天已有同一来访人、同一诉求的条目，请修改那一条' });
  await mustBeThere(host, item);
  const id = before?.id ?? uuid({ msecs: draft.at });
  const keyId = before?.keyId ?? draft.newKey(forecastKeyId(id));
  const fields = {
    ...item,
    plannedAt: plannedAtFor({ date: item.date, time }),
    receivedAt: receivedAtOf({ received }, draft.at, before),
    suggested: suggestedBy(item, settings.forecast),
    sameKey,
  };
  if (before) draft.put('forecastItems', id, withoutTraits(fields), keyId);
  else {
    const entered = { createdAt: draft.at, createdBy: me(call), deskCode: host.deskCode };
    const fresh = { ...entered, state: 'standing' as const, withdrawnReason: '', grade: '' as const, gradedAt: null, importId: '' };
    draft.add('forecastItems', id, { ...withoutTraits(fields), ...fresh }, keyId);
  }
  if (whole) await saveTraits(host, draft, call, { id, keyId }, whole.traits);
  draft.audit(call.name, id, `${item.date} ${FORECAST_CHANNEL_NAMES[item.channel]}`);
  return { id };
}

function withoutTraits<T extends object>(fields: T): Omit<T, 'traits'> {
  const { traits: _, ...rest } = fields as T & { traits?: unknown };
  return rest;
}

/** Nothing is stored where nothing was said and nothing stood. */
async function saveTraits(
  host: Host,
  draft: Draft,
  call: Call,
  { id, keyId }: Pick<Item, 'id' | 'keyId'>,
  { health, conduct }: ForecastTraits,
): Promise<void> {
  const before = await host.reader.one('forecastTraits', id);
  if (before?.health === health && before.conduct === conduct) return;
  const traits = { at: draft.at, staffId: me(call), health, conduct };
  if (before) draft.put('forecastTraits', id, traits, before.keyId);
  else if (health !== '' || conduct !== '') draft.add('forecastTraits', id, traits, keyId);
}

/** Whom and what it is linked with. */
async function mustBeThere({ reader }: Host, { personId, matterId }: Pick<ForecastInput, 'personId' | 'matterId'>): Promise<void> {
  const [person, matter] = await Promise.all([
    personId ? reader.one('persons', personId) : null,
    matterId ? reader.one('matters', matterId) : null,
  ]);
  if (person === undefined || matter === undefined)
    refuse('conflict', { message: '关联的来访人或事项已不存在，尚未保存，已填内容仍在。请重新关联。' });
}

async function mustFind({ reader }: Host, id: string): Promise<Item> {
  const item = (await reader.one('forecastItems', id)) ?? refuse('not-found');
  if (item.unreadable) refuse('damaged');
  return item;
}
export async function mustStand(host: Host, id: string): Promise<Item> {
  const item = await mustFind(host, id);
  if (item.state === 'withdrawn') refuse('conflict', { message: '这一条已经撤回，什么也没有改变。需要时请另录一条。' });
  return item;
}
const me = ({ actor }: Call): string => actor.staffId ?? '';
