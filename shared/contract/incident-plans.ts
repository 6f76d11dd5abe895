import { z } from 'zod';
import { Id, requiredText } from '../domain/basics';
import { IncidentCode, IncidentPlan, PlanEdition } from '../domain/incident-plan';
import { command, live, query } from './define';
import { PLANNERS } from './roles';

const none = z.object({});

/** One of the 22 types as the settings list it. */
export const PlanStanding = z.object({
  code: IncidentCode,
  inForce: PlanEdition,
  draft: PlanEdition.nullable(),
});
export type PlanStanding = z.infer<typeof PlanStanding>;

/** What the alarm's dialog shows of a type. */
export const PlanChoice = z.object({ code: IncidentCode, name: z.string(), neutral: z.string(), digit: z.string() });
export type PlanChoice = z.infer<typeof PlanChoice>;

/** 预案: written by the administrator, approved by a leader (审定, plan S03c); what is in force is never changed. */
export const incidentPlanContract = {
  /** Of the editions in force, by code; nothing of anybody, so also before sign-in and under the lock. */
  'plan.menu': live('storage', 'anyone', none, z.array(PlanChoice)),
  'plan.list': live('storage', PLANNERS, none, z.array(PlanStanding)),
  /** All that counted, newest first, with the one that the program shipped; drafts that were taken back are not among them. */
  'plan.editions': query('storage', PLANNERS, z.object({ code: IncidentCode }), z.array(PlanEdition)),
  /** A draft. `draftId`: the one that was edited, empty for none; another one there is a conflict. */
  'plan.save': command(
    'storage',
    ['administrator'],
    z.object({ requestId: Id, draftId: z.union([Id, z.literal('')]), plan: IncidentPlan }),
    z.object({ id: Id, edition: z.number().int() }),
  ),
  /** 审定: a leader who did not write it signs with their own PIN, and it is in force. */
  'plan.approve': command(
    'main',
    PLANNERS,
    z.object({ requestId: Id, id: Id, approverId: z.uuid('请选择审定人'), code: requiredText(12, '审定人的 PIN') }),
    z.object({ edition: z.number().int() }),
  ),
  'plan.discard': command('storage', ['administrator'], z.object({ requestId: Id, id: Id }), none),
} as const;
