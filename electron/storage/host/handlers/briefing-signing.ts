import { v7 as uuid } from 'uuid';
import { buildBriefing } from '../../../../shared/documents/briefing';
import type { SheetModel } from '../../../../shared/documents/sheet';
import { INSTRUCTION } from '../../../../shared/domain/deadlines';
import { refuse } from '../../../../shared/errors';
import { STEP_ROLES, takeStep } from '../../../../shared/rules/briefing-flow';
import { isRealDay } from '../../../../shared/rules/time';
import { HALL_KEY, matterKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import { mustHavePrinter } from '../incidents/incident-print';
import { briefingView, mattersOf, mustBeBriefing, numberOf } from '../reports/briefing-rows';
import { nextOf, numbering } from '../reports/numbering';
import { printSheet } from '../reports/print-sheet';
import type { Fields, Opened } from '../tables';
import { addAct } from './briefings';
import { jobMade } from './printing';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'briefing.instruct' | 'briefing.carryOut'> &
  Pick<InternalHandlers, 'internal.briefing.decide' | 'internal.briefing.signers' | 'internal.briefing.print' | 'internal.briefing.model'>;

/** 审核, 签发 with the number, what the leaders answered, and the paper. */
export const briefingSigningHandlers: Handlers = {
  'internal.briefing.signers': async (host, { id, step }) => {
    const { drafterId } = await mustBeBriefing(host, id);
    const { otherReviewer } = (await host.steady.settings()).reports;
    const staff = (await host.reader.all('staff')).filter(
      ({ active, roles }) => active && roles.some((role) => STEP_ROLES[step].includes(role)),
    );
    return staff
      .filter((each) => step !== 'review' || !otherReviewer || each.id !== drafterId)
      .sort((a, b) => Number(b.onDuty) - Number(a.onDuty))
      .map(({ id: staffId, name }) => ({ id: staffId, name }));
  },

  'internal.briefing.decide': (host, { id, step, verdict, reason, signerId }, call) =>
    writeAs(host, call, async (draft) => {
      const briefing = await mustBeBriefing(host, id);
      const settings = await host.steady.settings();
      const numbers = await numbering(host, settings);
      const signer = (await host.reader.one('staff', signerId)) ?? refuse('not-found');
      const { state, drafterId } = briefing;
      const { otherReviewer } = settings.reports;
      const stepped = takeStep(step, {
        state,
        drafterId,
        by: signer,
        otherReviewer,
        verdict,
        reason,
        numbering: { here: numbers.here, deskName: numbers.name },
      });
      if (!stepped.ok) refuse('refused', { message: stepped.message, fields: stepped.fields });
      const given: Fields<'briefings'> = { state: stepped.state, changedAt: draft.at };
      let number = numberOf(briefing);
      if (verdict === 'return') Object.assign(given, { returned: reason });
      else if (step === 'review') Object.assign(given, { reviewerId: signerId, reviewedAt: draft.at });
      else {
        const year = Number(host.clock.today().slice(0, 4));
        const n = await nextOf(host, year, numbers.term);
        number = numberOf({ year, n });
        const { to, secrecy, term, sections } = briefing;
        Object.assign(given, { signerId, issuedAt: draft.at, year, n, issuedText: { to, secrecy, term, sections } });
      }
      draft.put('briefings', id, given);
      const kind = verdict === 'return' ? 'returned' : step === 'review' ? 'reviewed' : 'issued';
      addAct(host, draft, call, id, kind, { staffId: signerId, text: verdict === 'return' ? reason : step === 'sign' ? number : '' });
      draft.audit(call.name, id, [number, signer.name, reason].filter(Boolean).join(' '));
      return { number };
    }),

  'briefing.instruct': async (host, { id, input }, call) => {
    await writeAs(host, call, async (draft) => {
      const briefing = await mustBeBriefing(host, id);
      if (briefing.state !== 'issued') refuse('refused', { message: '签发以后才能登记领导批示，所写内容仍在。' });
      const today = host.clock.today();
      if (!isRealDay(input.due) || input.due < today)
        refuse('refused', { message: '还不能保存，所写内容仍在。', fields: { 'input.due': '期限不能早于今天' } });
      const known = new Set((await mattersOf(host, briefing)).map((each) => each.id));
      const matterIds = input.matterIds.filter((each) => known.has(each));
      const { leader, text, department, due } = input;
      const actId = addAct(host, draft, call, id, 'instruction', { text, leader, department, due });
      const label = `领导批示：${text}`.slice(0, 80);
      for (const matterId of matterIds.length > 0 ? matterIds : [''])
        draft.add(
          'promises',
          uuid(),
          {
            ...{ matterId, code: INSTRUCTION, start: today, due, provisional: false, length: 0, kept: false, keptAt: null },
            ...{ state: 'open' as const, visitId: '', interviewId: '', briefingId: id, actId, label, department, voidReason: '' },
          },
          matterId ? matterKeyId(matterId) : HALL_KEY,
        );
      draft.put('briefings', id, { changedAt: draft.at });
      draft.audit(call.name, id, numberOf(briefing));
      return {};
    });
    return {};
  },

  'briefing.carryOut': async (host, { id, promiseId, text }, call) => {
    await writeAs(host, call, async (draft) => {
      const briefing = await mustBeBriefing(host, id);
      const promise = await host.reader.one('promises', promiseId);
      if (promise?.briefingId !== id || promise.matterId !== '') refuse('not-found', { message: '没有找到这条批示，请按最新列表操作。' });
      if (promise.state !== 'open') refuse('conflict', { message: '这条批示刚已记为落实，什么也没有改变。' });
      draft.put('promises', promiseId, { kept: true, state: 'kept', keptAt: draft.at }, promise.keyId);
      addAct(host, draft, call, id, 'carried-out', { text });
      draft.put('briefings', id, { changedAt: draft.at });
      draft.audit(call.name, id, numberOf(briefing));
      return {};
    });
    return {};
  },

  'internal.briefing.print': async (host, { id }, call) => {
    const { jobId } = await writeAs(host, call, async (draft) => {
      const printer = await mustHavePrinter(host);
      const briefing = await mustBeBriefing(host, id);
      const number = numberOf(briefing);
      draft.audit(call.name, id, number);
      const label = `专报 ${briefing.n > 0 ? number : `草稿 ${briefing.date}`}`;
      return {
        jobId: await printSheet(host, draft, {
          kind: 'briefing',
          model: await modelOf(host, briefing),
          label,
          printer,
          counted: briefing.n > 0,
        }),
      };
    });
    return jobMade(host, jobId);
  },

  'internal.briefing.model': async (host, { id }) => {
    const briefing = await mustBeBriefing(host, id);
    return { model: await modelOf(host, briefing), number: briefing.n > 0 ? numberOf(briefing) : `草稿 ${briefing.date}` };
  },
};

async function modelOf(host: Host, briefing: Opened<'briefings'>): Promise<SheetModel> {
  const { unit } = await host.steady.settings();
  return buildBriefing({ view: await briefingView(host, briefing), unitName: unit.name, demo: await host.steady.demo() });
}
