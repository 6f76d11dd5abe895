import { refuse } from '../../../../shared/errors';
import { applyTalkAct, type TalkAct } from '../../../../shared/rules/interview-flow';
import { applyAct } from '../../../../shared/rules/visit-flow';
import type { Draft } from '../draft';
import { type Call, type Host, writeAs } from '../host';
import { addNotes } from '../interviews/add-note';
import { interviewFor, runningNow } from '../interviews/of-interview';
import { teamMembers } from '../interviews/team-members';
import type { Fields, Opened } from '../tables';
import { flowContext } from '../visits/flow-context';
import type { InternalHandlers, RequestHandlers } from './types';

/** What is done in a running talk beside writing: each act changes its row and is a line of its record. */
export const interviewActHandlers: Pick<RequestHandlers, 'interview.act'> & Pick<InternalHandlers, 'internal.interview.replace'> = {
  'interview.act': async (host, { id, act }, call) => {
    await perform(host, id, act, call);
    return {};
  },
  'internal.interview.replace': async (host, { id, ...replacement }, call) => {
    await perform(host, id, { act: 'replace', ...replacement }, call);
    return null;
  },
};

async function perform(host: Host, id: string, act: TalkAct, call: Call): Promise<void> {
  await interviewFor(host, id, call);
  await writeAs(host, call, async (draft) => {
    const interview = await runningNow(host, id);
    const { hall } = await host.steady.settings();
    const staff = await teamMembers(host);
    if ('staffId' in act && !staff.get(act.staffId)?.active)
      refuse('refused', { message: '请选择在岗人员。', fields: { staffId: '请选择在岗人员' } });
    const result = applyTalkAct(interview, act, {
      elapsed: await host.talkClocks.elapsed(interview),
      staff,
      roomName: (roomId) => hall.rooms.find((room) => room.id === roomId)?.name ?? '',
    });
    if (!result.ok) refuse('refused', { message: result.message, fields: result.field ? { [result.field]: result.message } : undefined });
    if (act.act === 'move') await moveVisit(host, draft, interview, act.roomId, call);
    if (Object.keys(result.fields).length > 0) draft.put('interviews', id, result.fields, interview.keyId);
    const amends = act.act === 'dismiss' ? `hint.${act.hint}` : act.act === 'calm-corner' ? 'calm-corner' : undefined;
    await addNotes(host, draft, interview, [{ kind: 'event', text: result.said, amends, staffId: call.actor.staffId ?? '' }]);
    return { id };
  });
}

/** The people go with their record: the visit's room is changed in the same write. */
async function moveVisit(host: Host, draft: Draft, interview: Opened<'interviews'>, roomId: string, call: Call): Promise<void> {
  const visit = (await host.reader.one('visits', interview.visitId)) ?? refuse('not-found');
  const act = { act: 'transfer', areaId: '', roomId } as const;
  const moved = applyAct(visit, act, await flowContext(host, visit, act, call, draft.at));
  if (!moved.ok) refuse('refused', { message: moved.message, fields: { roomId: moved.message } });
  draft.put('visits', visit.id, moved.fields as Fields<'visits'>, visit.keyId);
}
