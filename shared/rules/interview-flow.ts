import type { InterviewAct, InterviewState, Replacement, TeamInput, TeamRole } from '../domain/interview';
import { OTHERS_AT_MOST, TEAM_ROLE_NAMES, TEAM_ROLES } from '../domain/interview';
import { membersOf, movedStays, type Stay } from './stays';
import { hasQualified, NOBODY_QUALIFIED, type TeamMember } from './team';

/** What an act changes of a running interview. Times are ms on its clock. */
export interface TalkFacts {
  state: InterviewState;
  pausedElapsed: number | null;
  pausedMs: number;
  team: TeamInput;
  /** Who sat in it from when to when. */
  stays: readonly Stay[];
  roomId: string;
}
export type TalkAct = InterviewAct | ({ act: 'replace'; override?: { reason: string; approverId: string } } & Replacement);

export interface TalkContext {
  /** Ms on the interview's clock. */
  elapsed: number;
  staff: ReadonlyMap<string, TeamMember>;
  roomName(roomId: string): string;
}
/** `said`: the line that the record gets. */
export type TalkResult = { ok: true; fields: Partial<TalkFacts>; said: string } | { ok: false; message: string; field?: string };

const no = (message: string, field?: string): TalkResult => ({ ok: false, message, field });

/** Every act is a line in the record, so that nobody has to remember when it was. */
export function applyTalkAct(facts: TalkFacts, act: TalkAct, context: TalkContext): TalkResult {
  const done = (fields: Partial<TalkFacts>, said: string): TalkResult => ({ ok: true, fields, said });
  const { elapsed, staff } = context;
  const nameOf = (id: string): string => staff.get(id)?.name ?? '';
  const inTeam = (team: TeamInput, said: string): TalkResult =>
    done({ team, stays: movedStays(facts.stays, facts.team, team, elapsed) }, said);
  switch (act.act) {
    case 'pause':
      if (facts.state === 'paused') return no('接谈已经暂停，不必再按。');
      return done({ state: 'paused', pausedElapsed: elapsed }, `暂停接谈：${act.reason}`);
    case 'resume':
      if (facts.state !== 'paused') return no('接谈没有暂停。');
      return done(resumed(facts, elapsed), '继续接谈。');
    case 'calm-corner':
      return done({}, '请来访人到情绪缓冲角休息。');
    case 'replace': {
      const role = TEAM_ROLES.find((each) => each !== act.role && facts.team[each] === act.staffId);
      if (role) return no(`这位同事正任「${TEAM_ROLE_NAMES[role]}」，一人不能兼两职，请另选。`, 'staffId');
      const before = facts.team[act.role];
      if (before === act.staffId) return no('换上的与现任是同一人，请另选。', 'staffId');
      const others = facts.team.others.filter((id) => id !== act.staffId);
      const team = { ...facts.team, [act.role]: act.staffId, others };
      const said = replaced(act.role, nameOf(before), nameOf(act.staffId), act.reason);
      // What fell short before was allowed at the beginning.
      const falls = hasQualified(membersOf(facts.team), staff) && !hasQualified(membersOf(team), staff);
      if (!falls) return inTeam(team, said);
      if (!act.override) return no(`换人后${NOBODY_QUALIFIED}`);
      return inTeam(team, `${said}。${NOBODY_QUALIFIED}经${nameOf(act.override.approverId)}批准：${act.override.reason}`);
    }
    case 'join': {
      if (membersOf(facts.team).includes(act.staffId)) return no('这位同事已在接谈组，请另选。', 'staffId');
      if (facts.team.others.length >= OTHERS_AT_MOST) return no(`其他参加人最多 ${OTHERS_AT_MOST} 人，没有增加。`, 'staffId');
      return inTeam({ ...facts.team, others: [...facts.team.others, act.staffId] }, `${nameOf(act.staffId)}参加接谈。`);
    }
    case 'move':
      if (act.roomId === facts.roomId) return no('来访人已在这间接访室。', 'roomId');
      return done({ roomId: act.roomId }, `转到${context.roomName(act.roomId)}继续。`);
    case 'dismiss': {
      const what = act.hint === 'escalate' ? '系统建议升级为突发处置，未采纳' : '系统提示接谈时间较长，继续接谈';
      return done({}, act.reason ? `${what}：${act.reason}` : `${what}。`);
    }
  }
}

/** The time of the pause is added up; also at the end, when somebody ends a paused talk. */
export const resumed = (
  { pausedElapsed, pausedMs }: Pick<TalkFacts, 'pausedElapsed' | 'pausedMs'>,
  elapsed: number,
): Partial<TalkFacts> => ({
  state: 'talking',
  pausedElapsed: null,
  pausedMs: pausedMs + (pausedElapsed === null ? 0 : Math.max(0, elapsed - pausedElapsed)),
});

const replaced = (role: TeamRole, before: string, after: string, reason: string): string =>
  `${TEAM_ROLE_NAMES[role]}由${before || '（空缺）'}换为${after}：${reason}`;
