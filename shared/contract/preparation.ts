import { z } from 'zod';
import { DayString, Id, requiredText, text } from '../domain/basics';
import { FacilityState } from '../domain/duty';
import { MeetingInput, MeetingNotes, PreparationDay, PrepTeam, SummonsMethod } from '../domain/preparation';
import { SpecialNeed } from '../domain/visit';
import { NOTE_PRINTERS, NOTE_READERS, PATROLLERS, PREPARERS, ROOM_KEEPERS, STEP_TAKERS, TEAM_MAKERS } from '../rules/preparation-access';
import { isRealDay } from '../rules/time';
import { command, live, query } from './define';
import { RESPONDERS } from './roles';

const none = z.object({});
const Day = DayString.refine(isRealDay, '没有这一天，请核对日期');
const key = z.string().min(1).max(60);

/** 准备: checklists counted back from the planned time, for 关注 and above (plan S34–S41). */
export const preparationContract = {
  /** Nothing of health or conduct is in it. */
  'preparation.day': live('storage', RESPONDERS, z.object({ date: Day }), PreparationDay),
  /** 按压缩流程执行: taken note of, with the steps that had too little time. */
  'preparation.begin': command('storage', PREPARERS, z.object({ itemId: Id }), none),
  /** A plain step done; any that may be, left out with a reason; either taken back. */
  'preparation.step': command(
    'storage',
    STEP_TAKERS,
    z.object({ itemId: Id, step: key, act: z.enum(['done', 'omitted', 'reopened']), note: text(200).default('') }),
    none,
  ),
  'preparation.room': command(
    'storage',
    ROOM_KEEPERS,
    z.object({ itemId: Id, needs: z.array(SpecialNeed).max(8), roomId: z.string().max(60), items: z.array(key).max(30) }),
    none,
  ),
  'preparation.team': command('storage', TEAM_MAKERS, PrepTeam.extend({ itemId: Id }), none),

  'summons.notify': command(
    'storage',
    PREPARERS,
    z.object({
      itemId: Id,
      department: requiredText(30, '科室'),
      contact: text(30).default(''),
      phone: text(30).default(''),
      method: SummonsMethod,
      limitMinutes: z.number('请填写到场时限').int('应为 1–240 的整数').min(1, '应为 1–240 的整数').max(240, '应为 1–240 的整数'),
    }),
    z.object({ id: Id }),
  ),
  'summons.answer': command('storage', PREPARERS, z.object({ id: Id, attendee: requiredText(30, '到场人员姓名') }), none),
  /** Without an answer before, the one who came is named now. */
  'summons.arrive': command('storage', [...PREPARERS, 'guard'], z.object({ id: Id, attendee: text(30).default('') }), none),

  'patrol.add': command(
    'storage',
    PATROLLERS,
    z.object({ points: z.record(z.string().max(60), FacilityState), note: text(200).default('') }),
    none,
  ),
  'meeting.add': command('storage', PREPARERS, MeetingInput, none),

  /** Each look is a line in the audit trail; after the day only the arrangements are in it. */
  'meeting.notes': query('storage', NOTE_READERS, z.object({ itemId: Id }), MeetingNotes),
  /** 短会单 for all groups, without notes on persons. */
  'meeting.print': command('main', PREPARERS, z.object({ requestId: Id, date: Day }), z.object({ printer: z.string() })),
  /** With them, one numbered copy a receiver, for the reception team alone. */
  'meeting.printNotes': command(
    'main',
    NOTE_PRINTERS,
    z.object({ requestId: Id, date: Day, receivers: z.array(Id).min(1, '请选择由谁领取').max(20) }),
    z.object({ printer: z.string(), copies: z.number().int() }),
  ),
} as const;
