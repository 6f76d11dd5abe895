import { v7 as uuid } from 'uuid';
import type { BriefingActKind } from '../../../../shared/domain/briefing';
import { RESULT_NAMES } from '../../../../shared/domain/disposal';
import { refuse } from '../../../../shared/errors';
import { whyCase } from '../../../../shared/rules/briefing-cases';
import { correcting, draftBriefing, nameLines } from '../../../../shared/rules/briefing-draft';
import { mayEdit, takeStep } from '../../../../shared/rules/briefing-flow';
import { maskNameByLength, SECRET_WORDS } from '../../../../shared/rules/mask';
import { maskWithin } from '../../../../shared/rules/mask-within';
import { isRealDay } from '../../../../shared/rules/time';
import type { Draft } from '../draft';
import { type Call, type Host, writeAs } from '../host';
import { asIssued, briefingRows, briefingView, mustBeBriefing, numberOf } from '../reports/briefing-rows';
import { dayRecords } from '../reports/day-records';
import type { Fields, Opened } from '../tables';
import type { LiveHandlers, RequestHandlers } from './types';

type Names =
  | 'briefing.propose'
  | 'briefing.create'
  | 'briefing.correct'
  | 'briefing.save'
  | 'briefing.redraft'
  | 'briefing.submit'
  | 'briefing.withdraw';

const NO_HANDS = {
  reviewerId: '',
  signerId: '',
  submittedAt: null,
  reviewedAt: null,
  issuedAt: null,
  year: 0,
  n: 0,
  returned: '',
  issuedText: null,
};
const me = ({ actor }: Call): string => actor.staffId ?? '';

/** 专报 until it is submitted; what is decided after that stands in briefing-signing. */
export const briefingHandlers: Pick<RequestHandlers, Names> = {
  'briefing.propose': (host, { date }) =>
    host.db.reading(async () => {
      const facts = await dayRecords(host, date);
      return {
        incidents: facts.incidents.filter(({ falseAlarm }) => !falseAlarm).length,
        visits: facts.visits.map((visit) => {
          const result = facts.talks.filter(({ visitId }) => visitId === visit.id).at(-1)?.result ?? '';
          return {
            ...{ visitId: visit.id, queueNumber: visit.queueNumber, heads: visit.heads, field: visit.field },
            nameMasked: visit.people.map(({ name }) => maskNameByLength(name)).join('、'),
            summary: visit.secret ? SECRET_WORDS : maskWithin(visit.summary, visit.people),
            result: result ? RESULT_NAMES[result] : '',
            why: whyCase(facts, visit),
          };
        }),
      };
    }),

  'briefing.create': async (host, { date, visitIds }, call) => {
    if (!isRealDay(date) || date > host.clock.today())
      refuse('refused', { message: '专报只能写今天或以前的情况，没有起草。', fields: { date: '请选择今天或以前的日期' } });
    return writeAs(host, call, async (draft) => {
      const facts = await dayRecords(host, date, visitIds);
      const known = facts.visits.filter(({ id }) => facts.chosen.has(id)).map(({ id }) => id);
      const { to, secrecy, term } = (await host.steady.settings()).reports;
      const id = uuid();
      const open = { date, createdAt: draft.at, changedAt: draft.at, deskCode: host.deskCode, state: 'draft' as const, edition: 1 };
      const words = { to, secrecy, term, sections: draftBriefing(facts), names: nameLines(facts) };
      draft.add('briefings', id, { ...open, ...NO_HANDS, ...words, visitIds: known, drafterId: me(call), corrects: '' });
      addAct(host, draft, call, id, 'created');
      draft.audit(call.name, id, date);
      return { id };
    });
  },

  'briefing.correct': (host, { id: earlierId }, call) =>
    writeAs(host, call, async (draft) => {
      const earlier = await mustBeBriefing(host, earlierId);
      if (earlier.state !== 'issued') refuse('refused', { message: '只有已签发的专报才需要更正；还没有签发的，退回后直接修改。' });
      const id = uuid();
      const { date, visitIds, to, secrecy, term, sections, names } = earlier;
      const words = { to, secrecy, term, names, sections: correcting(sections, { id: earlierId, number: numberOf(earlier) }) };
      const open = {
        date,
        visitIds,
        createdAt: draft.at,
        changedAt: draft.at,
        deskCode: host.deskCode,
        state: 'draft' as const,
        edition: 1,
      };
      draft.add('briefings', id, { ...open, ...NO_HANDS, ...words, drafterId: me(call), corrects: earlierId });
      addAct(host, draft, call, id, 'created', { text: `更正${numberOf(earlier)}` });
      draft.audit(call.name, id, numberOf(earlier));
      return { id };
    }),

  'briefing.save': (host, { id, edition, input }, call) =>
    writeAs(host, call, async (draft) => {
      const briefing = await mustBeBriefing(host, id);
      mustBeNewest(briefing, edition);
      if (input.sections.some(({ key }, i) => key !== briefing.sections[i]?.key))
        refuse('refused', { message: '栏目不全，没有保存，所写内容仍在。请重新打开这份专报。' });
      draft.put('briefings', id, { ...input, edition: edition + 1, changedAt: draft.at });
      draft.audit(call.name, id, `第 ${edition + 1} 稿`);
      return { edition: edition + 1 };
    }),

  'briefing.redraft': (host, { id }) =>
    host.db.reading(async () => {
      const { date, visitIds } = await mustBeBriefing(host, id);
      return { sections: draftBriefing(await dayRecords(host, date, visitIds)) };
    }),

  'briefing.submit': async (host, { id, edition }, call) => {
    await writeAs(host, call, async (draft) => {
      const briefing = await mustBeBriefing(host, id);
      mustBeNewest(briefing, edition);
      const { state, drafterId } = briefing;
      const by = { id: me(call), roles: call.actor.roles };
      const numbering = { here: true, deskName: '' };
      const stepped = takeStep('submit', { state, drafterId, by, otherReviewer: true, verdict: 'approve', reason: '', numbering });
      if (!stepped.ok) refuse('conflict', { message: stepped.message });
      const hands: Fields<'briefings'> = { drafterId: me(call), submittedAt: draft.at, returned: '', reviewerId: '', reviewedAt: null };
      draft.put('briefings', id, { ...hands, state: stepped.state, changedAt: draft.at });
      addAct(host, draft, call, id, 'submitted');
      draft.audit(call.name, id, `第 ${edition} 稿`);
      return {};
    });
    return {};
  },

  'briefing.withdraw': async (host, { id, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const { state } = await mustBeBriefing(host, id);
      if (!mayEdit(state)) refuse('conflict', { message: '只有拟稿中的专报可以撤稿，什么也没有改变。已签发的请起草更正。' });
      draft.put('briefings', id, { state: 'withdrawn', changedAt: draft.at });
      addAct(host, draft, call, id, 'withdrawn', { text: reason });
      draft.audit(call.name, id, reason);
      return {};
    });
    return {};
  },
};

function mustBeNewest({ state, edition }: Opened<'briefings'>, from: number): void {
  if (!mayEdit(state)) refuse('conflict', { message: '这份专报已经送审，不能再改。所写内容仍在这里；请先由审核人退回。' });
  if (edition !== from) refuse('conflict', { message: '这份专报刚有人保存了新的一稿，您写的还没有保存，仍在这里。请先看新的一稿。' });
}

/** A line of what was done with it. */
export function addAct(
  { deskCode }: Host,
  draft: Draft,
  call: Call,
  briefingId: string,
  kind: BriefingActKind,
  { staffId = me(call), text = '', leader = '', department = '', due = '' } = {},
): string {
  const id = uuid();
  draft.add('briefingActs', id, { briefingId, at: draft.at, kind, staffId, deskCode, due, text, leader, department });
  return id;
}

export const briefingLives: Pick<LiveHandlers, 'briefing.list' | 'briefing.view'> = {
  'briefing.list': (host) => host.db.reading(() => briefingRows(host)),
  'briefing.view': (host, { id }) =>
    host.db.reading(async () => {
      const briefing = await host.reader.one('briefings', id);
      return briefing && !briefing.unreadable ? briefingView(host, asIssued(briefing)) : null;
    }),
};
