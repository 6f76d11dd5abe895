import { v7 as uuid } from 'uuid';
import type { IncidentPlan } from '../../../../shared/domain/incident-plan';
import { refuse } from '../../../../shared/errors';
import { isPlanApprover } from '../../../../shared/rules/plan-approvers';
import { checkPlan } from '../../../../shared/rules/plan-check';
import { planDifferences } from '../../../../shared/rules/plan-differences';
import { HALL_KEY } from '../data-keys';
import { type Host, writeAs } from '../host';
import { nextEdition, planEditions, planStandings } from '../incidents/plan-editions';
import { type PlanRow, plansInForce, standing, surroundingsOf } from '../incidents/plan-in-force';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'plan.editions' | 'plan.save' | 'plan.discard'> & Pick<InternalHandlers, 'internal.plan.approve'>;

export const incidentPlanLives: Pick<LiveHandlers, 'plan.menu' | 'plan.list'> = {
  'plan.menu': async (host) =>
    (await plansInForce(host)).map(({ code, plan: { name, neutral, digit } }) => ({ code, name, neutral, digit })),
  'plan.list': (host) => planStandings(host),
};

/** An edition is never changed but for its state: a draft that is edited again gives way to another row. */
export const incidentPlanHandlers: Handlers = {
  'plan.editions': (host, { code }) => planEditions(host, code),

  'plan.save': async (host, { draftId, plan }, call) =>
    writeAs(host, call, async (draft) => {
      const rows = await rowsOf(host, plan);
      const { inForce, draft: waiting } = standing(plan.code, rows);
      if ((waiting?.id ?? '') !== draftId)
        refuse('conflict', { message: '这个预案的草案刚被别人改过，您的修改尚未保存。请记下修改，重新打开后再改。' });
      await mustFit(host, plan, '预案还不能提交，请按提示修改。');
      if (planDifferences(inForce.plan, plan, { contact: String, conduct: String }).length === 0)
        refuse('refused', { message: `与现行第 ${inForce.edition} 版相同，没有可提交的改动。` });
      if (waiting) draft.put('incidentPlans', waiting.id, { state: 'discarded' }, HALL_KEY);
      const id = uuid();
      const edition = nextEdition(rows);
      const by = { at: draft.at, staffId: call.actor.staffId ?? '', approvedAt: null, approvedBy: '' };
      draft.add('incidentPlans', id, { code: plan.code, edition, state: 'draft', ...by, plan }, HALL_KEY);
      draft.audit(call.name, `${plan.code} ${plan.name}`, `第 ${edition} 版`);
      return { id, edition };
    }),

  'plan.discard': async (host, { id }, call) => {
    await writeAs(host, call, async (draft) => {
      const row = await mustBeDraft(host, id);
      draft.put('incidentPlans', id, { state: 'discarded' }, HALL_KEY);
      draft.audit(call.name, `${row.code} ${row.plan.name}`, `第 ${row.edition} 版`);
      return {};
    });
    return {};
  },

  'internal.plan.approve': async (host, { id, approverId }, call) =>
    writeAs(host, call, async (draft) => {
      const row = await mustBeDraft(host, id);
      const approver = (await host.reader.one('staff', approverId)) ?? refuse('not-found');
      if (!isPlanApprover(approver, row.staffId))
        refuse('refused', { message: '预案须由领导审定，不能由起草人自己审定。', fields: { approverId: '请另选审定人' } });
      // Since it was proposed another type may have taken its digit, or a contact may be gone.
      await mustFit(host, row.plan, '预案与现在的设置不符，不能审定；请起草人修改后重新提交。');
      for (const old of await rowsOf(host, row))
        if (old.state === 'in-force') draft.put('incidentPlans', old.id, { state: 'replaced' }, HALL_KEY);
      draft.put('incidentPlans', id, { state: 'in-force', approvedAt: draft.at, approvedBy: approverId }, HALL_KEY);
      draft.audit(call.name, `${row.code} ${row.plan.name}`, `第 ${row.edition} 版，审定人 ${approver.name}`);
      return { edition: row.edition };
    }),
};

const rowsOf = async ({ db, reader }: Host, { code }: Pick<IncidentPlan, 'code'>): Promise<PlanRow[]> =>
  reader.open('incidentPlans', await db.rows('incidentPlans').where('code').equals(code).toArray());

async function mustBeDraft({ reader }: Host, id: string): Promise<PlanRow> {
  const row = (await reader.one('incidentPlans', id)) ?? refuse('not-found');
  if (row.state !== 'draft') refuse('conflict', { message: '这份草案刚被审定、撤回或改过，请按最新列表操作。' });
  return row;
}

async function mustFit(host: Host, plan: IncidentPlan, message: string): Promise<void> {
  const fields = checkPlan(plan, await surroundingsOf(host, plan.code));
  if (Object.keys(fields).length > 0) refuse('refused', { message, fields });
}
