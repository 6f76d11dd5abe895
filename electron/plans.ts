import type { OutputOf, ParsedOf } from '../shared/contract';
import { refuse } from '../shared/errors';
import type { Program } from './program';
import type { Actor } from './storage/protocol';

/** 审定: the leader's PIN is checked here, whether that leader may is decided with the draft, under the write lock. */
export async function approvePlan(
  program: Program,
  { id, approverId, code, requestId }: ParsedOf<'plan.approve'>,
  { staffId }: Actor,
): Promise<OutputOf<'plan.approve'>> {
  const { storage } = program.store();
  const cards = await storage.internal('internal.staffCards', null);
  // Nobody else's PIN is tried: a wrong one counts against its owner.
  if (!cards.some((card) => card.id === approverId && card.roles.includes('leader')))
    refuse('refused', { message: '预案须由领导审定。', fields: { approverId: '请选择领导' } });
  await program.pins.check(approverId, code);
  return storage.internal('internal.plan.approve', { id, approverId }, staffId, requestId);
}
