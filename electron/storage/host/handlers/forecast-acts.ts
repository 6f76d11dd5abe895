import { v7 as uuid } from 'uuid';
import { buildForecastList } from '../../../../shared/documents/forecast-list';
import { GROUP_NAMES } from '../../../../shared/domain/emergency';
import { FORECAST_CHANNEL_NAMES, FORECAST_CHANNELS, WARNED_GROUPS } from '../../../../shared/domain/forecast';
import { LINK_KIND_NAMES, type PublishedLine } from '../../../../shared/domain/forecast-acts';
import { refuse } from '../../../../shared/errors';
import { gradeInForce, gradeRank, standingSuggestion } from '../../../../shared/rules/forecast-grade';
import { checkLinkDecision } from '../../../../shared/rules/forecast-links';
import { byPlan } from '../../../../shared/rules/forecast-selectors';
import { checkAcknowledgement, openGroups } from '../../../../shared/rules/messages';
import { standingItems } from '../forecast/rows';
import { type Call, type Host, writeAs } from '../host';
import { linksOf } from '../views/forecast-links';
import { warningViews } from '../views/forecast-warnings';
import { addPrintJob } from '../visits/print-content';
import { jobMade } from './printing';
import { refuseFields } from './register';
import type { InternalHandlers, RequestHandlers } from './types';

type Names = 'decideLink' | 'propose' | 'decide' | 'publish' | 'receive';
type Handlers = Pick<RequestHandlers, `forecast.${Names}`> & Pick<InternalHandlers, 'internal.print.forecast'>;

/** 疑似串联, 预警建议, 预警发布: what people decide and who was told. Every row is only ever added. */
export const forecastActHandlers: Handlers = {
  'forecast.decideLink': async (host, { date, kind, memberIds, accepted, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const wrong = checkLinkDecision(accepted, reason);
      if (wrong) refuseFields({ reason: wrong });
      const { forecast } = await host.steady.settings();
      const { links } = await linksOf(host, date, forecast.linkItems);
      const wanted = [...memberIds].sort().join();
      if (!links.some((link) => link.kind === kind && link.memberIds.join() === wanted))
        refuse('conflict', { message: '这条提示涉及的条目刚刚变了，没有保存。请看过最新情况再决定。' });
      const id = uuid();
      draft.add('forecastLinks', id, { ...stamp(host, draft.at, call), date, kind, memberIds, accepted, reason });
      draft.audit(call.name, id, `${LINK_KIND_NAMES[kind]} ${memberIds.length} 件 ${accepted ? '采纳' : '不采纳'}`);
      return { id };
    });
    return {};
  },

  'forecast.propose': (host, { date, itemIds, linkId, risk, basis, advice }, call) =>
    writeAs(host, call, async (draft) => {
      const id = uuid();
      draft.add('forecastProposals', id, { ...stamp(host, draft.at, call), date, itemIds, linkId, risk, basis, advice });
      draft.audit(call.name, id, date);
      return { id };
    }),

  'forecast.decide': async (host, { id: proposalId, adopted, person, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      (await host.reader.one('forecastProposals', proposalId)) ?? refuse('not-found');
      const taken = await host.db.rows('forecastDecisions').where('proposalId').equals(proposalId).count();
      if (taken > 0) refuse('conflict', { message: '领导小组已对这条建议作出决定，什么也没有改变。' });
      const fields: Record<string, string> = {};
      if (person === '' && !call.actor.roles.includes('leader')) fields.person = '请填写由哪位领导决定';
      if (!adopted && reason === '') fields.reason = '不采纳须写明理由';
      refuseFields(fields);
      const id = uuid();
      const decided = { adopted, person: person || (await myName(host, call)), reason };
      draft.add('forecastDecisions', id, { ...stamp(host, draft.at, call), proposalId, ...decided });
      draft.audit(call.name, proposalId, adopted ? '采纳' : '不采纳');
      return { id };
    });
    return {};
  },

  'forecast.publish': (host, { date, note }, call) =>
    writeAs(host, call, async (draft) => {
      if (date < host.clock.today()) refuse('refused', { message: '这一天已经过去，不能再发布预警，什么也没有改变。' });
      const lines = await linesOf(host, date);
      const open = await silentChannels(host, date);
      if (lines.length === 0 && open.length > 0)
        refuse('refused', { message: `还没有任何条目，${open.join('、')}也没有确认无信息，没有发布。请先录入，或逐一确认无信息。` });
      const id = uuid();
      draft.add('forecastWarnings', id, { ...stamp(host, draft.at, call), date, groups: [...WARNED_GROUPS], lines, note });
      draft.audit(call.name, id, `${date} ${lines.length} 件`);
      return { id, lines: lines.length };
    }),

  'forecast.receive': async (host, { id: warningId, group, person }, call) => {
    await writeAs(host, call, async (draft) => {
      const warning = (await host.reader.one('forecastWarnings', warningId)) ?? refuse('not-found');
      const wrong = checkAcknowledgement(group, person, call.actor.roles);
      if (wrong) refuseFields({ person: wrong });
      const stored = await host.db.rows('forecastReceipts').where('warningId').equals(warningId).toArray();
      if (!openGroups(warning.groups, await host.reader.open('forecastReceipts', stored)).includes(group))
        refuse('conflict', { message: `${GROUP_NAMES[group]}已经签收过，什么也没有改变。` });
      const id = uuid();
      const signed = { warningId, group, person: person || (await myName(host, call)) };
      draft.add('forecastReceipts', id, { ...stamp(host, draft.at, call), ...signed });
      draft.audit(call.name, warningId, GROUP_NAMES[group]);
      return { id };
    });
    return {};
  },

  'internal.print.forecast': async (host, { id: warningId }, call) => {
    const receipt = await writeAs(host, call, async (draft) => {
      const [settings, demo, staff] = await Promise.all([host.steady.settings(), host.steady.demo(), host.steady.staffNames()]);
      const { mode, letterPrinter, cardPrinter } = settings.printing;
      const printer = letterPrinter || cardPrinter;
      if (mode !== 'printer' || !printer)
        refuse('refused', { message: '本台未设打印机，没有打印。请在「设置」中选择打印机，或逐组电话告知并记下签收人。' });
      const { date } = (await host.reader.one('forecastWarnings', warningId)) ?? refuse('not-found');
      const warning = (await warningViews(host, date)).find(({ id }) => id === warningId) ?? refuse('not-found');
      const about = { unitName: settings.unit.name, madeBy: staff.get(call.actor.staffId ?? '') ?? '', demo, at: draft.at };
      const content = { kind: 'forecast' as const, model: buildForecastList(warning, settings.fields, about) };
      const label = `预警清单 ${date} 第 ${warning.n} 次`;
      draft.audit(call.name, printer, label);
      return { id: addPrintJob(draft, { content, visit: null, label, deskCode: host.deskCode, printer, reprint: 0, reason: '' }) };
    });
    return jobMade(host, receipt.id);
  },
};

/** What stands, as the groups are told: the gravest first, then by the hour. No health, no conduct. */
async function linesOf(host: Host, date: string): Promise<PublishedLine[]> {
  const { forecast } = await host.steady.settings();
  const today = host.clock.today();
  const items = (await standingItems(host, date)).filter(({ unreadable }) => !unreadable);
  return items
    .map((item) => ({ ...item, suggested: standingSuggestion(item, forecast, today) }))
    .sort((a, b) => gradeRank(gradeInForce(b)) - gradeRank(gradeInForce(a)) || byPlan(a, b))
    .map((item) => ({
      ...{ itemId: item.id, grade: gradeInForce(item), decided: item.grade !== '', plannedAt: item.plannedAt },
      ...{ who: item.who, heads: item.heads, demand: item.demand, field: item.field, place: item.place, channel: item.channel },
    }));
}

/** Channels that brought nothing and of which nobody said so, by name. */
async function silentChannels({ db }: Host, date: string): Promise<string[]> {
  const rows = await db.rows('forecastChannels').where('date').equals(date).toArray();
  return FORECAST_CHANNELS.filter((channel) => !rows.some((row) => row.channel === channel)).map(
    (channel) => FORECAST_CHANNEL_NAMES[channel],
  );
}

const stamp = (host: Host, at: number, { actor }: Call) => ({ at, staffId: actor.staffId ?? '', deskCode: host.deskCode });
const myName = async ({ steady }: Host, { actor }: Call): Promise<string> => (await steady.staffNames()).get(actor.staffId ?? '') ?? '';
