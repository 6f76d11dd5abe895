import type { InterviewNote } from '../../../../shared/domain/interview';
import { FOCUS_NAMES, MOOD_NAMES } from '../../../../shared/domain/interview';
import { refuse } from '../../../../shared/errors';
import { applyTalkAct } from '../../../../shared/rules/interview-flow';
import { applyAct } from '../../../../shared/rules/visit-flow';
import { type Call, type Host, writeAs } from '../host';
import { addNotes } from '../interviews/add-note';
import { interviewFor, runningFor } from '../interviews/of-interview';
import { untidiedTalks } from '../interviews/running-talks';
import { teamMembers } from '../interviews/team-members';
import { freezeCitation } from '../policies/freeze-citation';
import type { Fields, Opened } from '../tables';
import { notesBefore, noteViews } from '../views/note-view';
import { flowContext } from '../visits/flow-context';
import type { RequestHandlers } from './types';

type Names =
  | 'interview.note'
  | 'interview.cite'
  | 'interview.mood'
  | 'interview.focus'
  | 'interview.act'
  | 'interview.amend'
  | 'interview.tidied'
  | 'interview.clock'
  | 'interview.earlier';

/** What is written into a record while it runs, and the amendments after it. */
export const interviewRecordHandlers: Pick<RequestHandlers, Names> = {
  'interview.note': async (host, { id, note }, call) => {
    const interview = await runningFor(host, id, call);
    return writeAs(host, call, async (draft) => {
      const [noteId = ''] = await addNotes(host, draft, interview, [{ ...note, staffId: me(call) }]);
      return { noteId };
    });
  },

  'interview.cite': async (host, { id, articleId }, call) => {
    const interview = await runningFor(host, id, call);
    const citation = await freezeCitation(host, articleId);
    const text = `《${citation.title}》${citation.label}`;
    return writeAs(host, call, async (draft) => {
      const [noteId = ''] = await addNotes(host, draft, interview, [{ kind: 'basis', text, citation, staffId: me(call) }]);
      return { noteId };
    });
  },

  'interview.mood': async (host, { id, mood }, call) => {
    const interview = await runningFor(host, id, call);
    await writeAs(host, call, async (draft) => {
      const { mood: before, keyId } = (await host.reader.one('interviews', id)) ?? refuse('not-found');
      const text = before === mood ? MOOD_NAMES[mood] : `${MOOD_NAMES[before]} → ${MOOD_NAMES[mood]}`;
      draft.put('interviews', id, { mood }, keyId);
      // The mark is the observer's, whoever presses the key.
      await addNotes(host, draft, interview, [{ kind: 'mood', text, mood, staffId: interview.team.observer || me(call) }]);
      return { id };
    });
    return {};
  },

  'interview.focus': async (host, { id, field, entry }, call) => {
    await runningFor(host, id, call);
    await writeAs(host, call, async (draft) => {
      const { focus, keyId } = (await host.reader.one('interviews', id)) ?? refuse('not-found');
      draft.put('interviews', id, { focus: { ...focus, [field]: entry } }, keyId);
      return { id };
    });
    return {};
  },

  'interview.act': async (host, { id, act }, call) => {
    await runningFor(host, id, call);
    await writeAs(host, call, async (draft) => {
      const interview = (await host.reader.one('interviews', id)) ?? refuse('not-found');
      const { hall } = await host.steady.settings();
      const members = await teamMembers(host);
      if ('staffId' in act && !members.get(act.staffId)?.active)
        refuse('refused', { message: '请选择在岗人员。', fields: { staffId: '请选择在岗人员' } });
      if (act.act === 'move') await moveVisit(host, draft, interview, act.roomId, call);
      const result = applyTalkAct(interview, act, {
        elapsed: await host.talkClocks.elapsed(interview),
        nameOf: (staffId) => members.get(staffId)?.name ?? '',
        roomName: (roomId) => hall.rooms.find((room) => room.id === roomId)?.name ?? '',
      });
      if (!result.ok) refuse('refused', { message: result.message, fields: result.field ? { [result.field]: result.message } : undefined });
      if (Object.keys(result.fields).length > 0) draft.put('interviews', id, result.fields, interview.keyId);
      const amends = act.act === 'dismiss' ? `hint.${act.hint}` : act.act === 'calm-corner' ? 'calm-corner' : undefined;
      await addNotes(host, draft, interview, [{ kind: 'event', text: result.said, amends, staffId: me(call) }]);
      return { id };
    });
    return {};
  },

  'interview.amend': async (host, { id, amendment }, call) => {
    const interview = await interviewFor(host, id, call);
    if (interview.state !== 'ended') refuse('refused', { message: '接谈还没有结束，请直接写进记录，不必补正。' });
    return writeAs(host, call, async (draft) => {
      await mustExist(host, interview, amendment.amends);
      const [noteId = ''] = await addNotes(host, draft, interview, [{ kind: 'amendment', ...amendment, staffId: me(call) }]);
      return { noteId };
    });
  },

  'interview.tidied': async (host, { roomId }, call) => {
    await writeAs(host, call, async (draft) => {
      for (const interview of await untidiedTalks(host))
        if (interview.roomId === roomId) draft.put('interviews', interview.id, { tidiedAt: draft.at }, interview.keyId);
      return {};
    });
    return {};
  },

  'interview.clock': async (host, { id }, call) => {
    const interview = await interviewFor(host, id, call);
    return { elapsed: await host.talkClocks.elapsed(interview), running: interview.state === 'talking' || interview.state === 'paused' };
  },

  'interview.earlier': async (host, { id, before, limit }, call): Promise<InterviewNote[]> => {
    await interviewFor(host, id, call);
    return host.db.reading(async () => noteViews(host, await notesBefore(host, id, before, limit)));
  },
};

const me = (call: Call): string => call.actor.staffId ?? '';

/** The people go with their record: the visit's room is changed in the same write. */
async function moveVisit(
  host: Host,
  draft: Parameters<Parameters<typeof writeAs>[2]>[0],
  interview: Opened<'interviews'>,
  roomId: string,
  call: Call,
) {
  const visit = (await host.reader.one('visits', interview.visitId)) ?? refuse('not-found');
  const act = { act: 'transfer', areaId: '', roomId } as const;
  const moved = applyAct(visit, act, await flowContext(host, visit, act, call, draft.at));
  if (!moved.ok) refuse('refused', { message: moved.message, fields: { roomId: moved.message } });
  draft.put('visits', visit.id, moved.fields as Fields<'visits'>, visit.keyId);
}

/** An amendment names what it amends, and that is there. */
async function mustExist({ reader }: Host, interview: Opened<'interviews'>, amends: string): Promise<void> {
  if (amends === 'result' || Object.keys(FOCUS_NAMES).some((field) => amends === `focus.${field}`)) return;
  const note = await reader.one('notes', amends);
  if (note?.interviewId !== interview.id)
    refuse('refused', { message: '没有找到要补正的那一条，什么也没有改变。', fields: { amends: '请重新选择' } });
}
