import { v7 as uuid } from 'uuid';
import { EMPTY_FOCUS, TEAM_ROLE_NAMES, TEAM_ROLES } from '../../../../shared/domain/interview';
import { refuse } from '../../../../shared/errors';
import { firstStays } from '../../../../shared/rules/stays';
import { checkTeam } from '../../../../shared/rules/team';
import { applyAct } from '../../../../shared/rules/visit-flow';
import { matterKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import { addNotes } from '../interviews/add-note';
import { untidiedTalks } from '../interviews/running-talks';
import { mustKnow } from '../interviews/secrecy';
import { teamMembers } from '../interviews/team-members';
import type { Fields, Opened } from '../tables';
import { flowContext } from '../visits/flow-context';
import type { InternalHandlers } from './types';

/** 开始接谈: the visit enters its room and the record begins, in one write. */
export const interviewBeginHandlers: Pick<InternalHandlers, 'internal.interview.begin'> = {
  'internal.interview.begin': async (host, { visitId, from, roomId, team, recusal, override }, call) => {
    const visit = (await host.reader.one('visits', visitId)) ?? refuse('not-found');
    await mustKnow(host, visit.matterId, call);
    const { interviewId } = await writeAs(host, call, async (draft) => {
      const { rules, hall } = await host.steady.settings();
      const visit = (await host.reader.one('visits', visitId)) ?? refuse('not-found');
      if (visit.unreadable) refuse('damaged');
      if (visit.state !== from) refuse('conflict', { message: '这位来访人的状态刚被别人改过，什么也没有改变。请看最新状态后再操作。' });
      const checked = checkTeam(team, await teamMembers(host), rules.teamSize);
      if (!checked.ok && !(checked.overridable && override)) refuse('refused', { message: checked.message, fields: checked.fields });
      const act = { act: 'enter', roomId } as const;
      const entered = applyAct(visit, act, await flowContext(host, visit, act, call, draft.at));
      if (!entered.ok)
        refuse('refused', { message: entered.message, fields: entered.field ? { [entered.field]: entered.message } : undefined });

      await tidyRoom(host, roomId, draft);
      const id = uuid();
      const key = matterKeyId(visit.matterId);
      const interview = {
        visitId,
        matterId: visit.matterId,
        date: host.clock.today(),
        deskCode: host.deskCode,
        roomId,
        state: 'talking' as const,
        startedAt: draft.at,
        endedAt: null,
        endedElapsed: null,
        pausedElapsed: null,
        pausedMs: 0,
        team,
        stays: firstStays(team),
        approverId: checked.ok ? '' : (override?.approverId ?? ''),
        mood: 'calm' as const,
        result: '' as const,
        tidiedAt: null,
        signedAt: null,
        signed: '' as const,
        letterNumbers: {},
        overrideReason: checked.ok ? '' : (override?.reason ?? ''),
        recusal,
        focus: EMPTY_FOCUS,
        disposal: null,
        signing: null,
      };
      draft.put('visits', visitId, entered.fields as Fields<'visits'>, key);
      draft.add('interviews', id, interview, key);
      host.talkClocks.begin(id);
      const members = await teamMembers(host);
      const staffId = call.actor.staffId ?? '';
      const roles = TEAM_ROLES.filter((role) => team[role]).map(
        (role) => `${TEAM_ROLE_NAMES[role]} ${members.get(team[role])?.name ?? ''}`,
      );
      const where = hall.rooms.find((room) => room.id === roomId)?.name ?? '';
      const lines = [`接谈开始，${where}；${roles.join('，')}。`];
      if (recusal.declared) lines.push(`回避声明：${recusal.note || '有需要回避的情形，已处理'}`);
      if (!checked.ok)
        lines.push(`${checked.message}经${members.get(override?.approverId ?? '')?.name ?? ''}批准：${override?.reason ?? ''}`);
      const begun = { ...interview, id, version: 0, keyId: key, unreadable: false } satisfies Opened<'interviews'>;
      await addNotes(
        host,
        draft,
        begun,
        lines.map((text) => ({ kind: 'event', text, staffId })),
      );
      return { interviewId: id };
    });
    return { interviewId };
  },
};

/** Whoever was there before has left it: the next talk begins in it. */
async function tidyRoom(host: Host, roomId: string, draft: Parameters<Parameters<typeof writeAs>[2]>[0]): Promise<void> {
  for (const interview of await untidiedTalks(host))
    if (interview.roomId === roomId) draft.put('interviews', interview.id, { tidiedAt: draft.at }, interview.keyId);
}
