import type { InterviewNote } from '../../../../shared/domain/interview';
import { FOCUS_NAMES, MOOD_NAMES } from '../../../../shared/domain/interview';
import { refuse } from '../../../../shared/errors';
import { type Call, type Host, writeAs } from '../host';
import { addNotes } from '../interviews/add-note';
import { interviewFor, runningNow } from '../interviews/of-interview';
import { untidiedTalks } from '../interviews/running-talks';
import { freezeCitation } from '../policies/freeze-citation';
import type { Opened } from '../tables';
import { notesBefore, noteViews } from '../views/note-view';
import type { RequestHandlers } from './types';

type Names =
  | 'interview.note'
  | 'interview.cite'
  | 'interview.mood'
  | 'interview.focus'
  | 'interview.amend'
  | 'interview.tidied'
  | 'interview.clock'
  | 'interview.earlier';

/** What is written into a record while it runs, and the amendments after it. */
export const interviewRecordHandlers: Pick<RequestHandlers, Names> = {
  'interview.note': async (host, { id, note }, call) => {
    await interviewFor(host, id, call);
    return writeAs(host, call, async (draft) => {
      const interview = await runningNow(host, id);
      const [noteId = ''] = await addNotes(host, draft, interview, [{ ...note, staffId: me(call) }]);
      return { noteId };
    });
  },

  'interview.cite': async (host, { id, articleId }, call) => {
    await interviewFor(host, id, call);
    const citation = await freezeCitation(host, articleId);
    const text = `《${citation.title}》${citation.label}`;
    return writeAs(host, call, async (draft) => {
      const interview = await runningNow(host, id);
      const [noteId = ''] = await addNotes(host, draft, interview, [{ kind: 'basis', text, citation, staffId: me(call) }]);
      return { noteId };
    });
  },

  'interview.mood': async (host, { id, mood }, call) => {
    await interviewFor(host, id, call);
    await writeAs(host, call, async (draft) => {
      const interview = await runningNow(host, id);
      const { mood: before, keyId } = interview;
      const text = before === mood ? MOOD_NAMES[mood] : `${MOOD_NAMES[before]} → ${MOOD_NAMES[mood]}`;
      draft.put('interviews', id, { mood }, keyId);
      // The mark is the observer's; who pressed the key stands beside it.
      const { observer } = interview.team;
      const by = { staffId: me(call), ...(observer && { observerId: observer }) };
      await addNotes(host, draft, interview, [{ kind: 'mood', text, mood, ...by }]);
      return { id };
    });
    return {};
  },

  'interview.focus': async (host, { id, field, entry }, call) => {
    await interviewFor(host, id, call);
    await writeAs(host, call, async (draft) => {
      const { focus, keyId } = await runningNow(host, id);
      draft.put('interviews', id, { focus: { ...focus, [field]: entry } }, keyId);
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

/** An amendment names what it amends, and that is there. */
async function mustExist({ reader }: Host, interview: Opened<'interviews'>, amends: string): Promise<void> {
  if (amends === 'result' || Object.keys(FOCUS_NAMES).some((field) => amends === `focus.${field}`)) return;
  const note = await reader.one('notes', amends);
  if (note?.interviewId !== interview.id)
    refuse('refused', { message: '没有找到要补正的那一条，什么也没有改变。', fields: { amends: '请重新选择' } });
}
