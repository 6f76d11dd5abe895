import { v7 as uuid } from 'uuid';
import { type Disposal, RESULT_NAMES } from '../../../../shared/domain/disposal';
import { FOCUS_FIELDS, FOCUS_NAMES } from '../../../../shared/domain/interview';
import { refuse } from '../../../../shared/errors';
import { DEADLINE_KINDS } from '../../../../shared/rules/deadline-kinds';
import { lengthOf, periodText } from '../../../../shared/rules/deadlines';
import { asked, belonging, checkDisposal, RESULT_RULES } from '../../../../shared/rules/disposal';
import { resumed } from '../../../../shared/rules/interview-flow';
import { endsWith } from '../../../../shared/rules/promises';
import { newQueryCode } from '../../../../shared/rules/query-code';
import { applyAct } from '../../../../shared/rules/visit-flow';
import { matterKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import { addNotes } from '../interviews/add-note';
import { deadlinesOf } from '../interviews/deadlines-of';
import { notesOf } from '../interviews/notes-of';
import { interviewFor, runningNow } from '../interviews/of-interview';
import { endPromises, runningPromises } from '../interviews/running-promises';
import type { Fields, Opened } from '../tables';
import { flowContext } from '../visits/flow-context';
import type { RequestHandlers } from './types';

/** 结束接谈: one result, its promises, the visit's end and the room's, in one write. */
export const interviewEndHandlers: Pick<RequestHandlers, 'interview.promises' | 'interview.end'> = {
  'interview.promises': async (host, choice) => {
    // What was typed under another result starts nothing.
    const accepts = asked(choice.result).includes('acceptedOn');
    const own = accepts ? choice : { ...choice, acceptedOn: '', simple: false };
    return deadlinesOf(own, host.clock.today(), await host.steady.settings());
  },

  'interview.end': async (host, { id, disposal: typed }, call) => {
    const disposal = belonging(typed);
    await interviewFor(host, id, call);
    return writeAs(host, call, async (draft) => {
      const interview = await runningNow(host, id);
      const today = host.clock.today();
      const missing = { ...missingFocus(interview, disposal), ...checkDisposal(disposal, { citations: await citations(host, id), today }) };
      if (Object.keys(missing).length > 0) refuse('refused', { message: '还不能结束接谈，已写的都在。请按提示补充。', fields: missing });

      const visit = (await host.reader.one('visits', interview.visitId)) ?? refuse('not-found');
      const ended = applyAct(visit, { act: 'end' }, await flowContext(host, visit, { act: 'end' }, call, draft.at));
      if (!ended.ok) refuse('refused', { message: ended.message });
      const settings = await host.steady.settings();
      const elapsed = await host.talkClocks.elapsed(interview);
      const rule = RESULT_RULES[disposal.result];
      const key = matterKeyId(interview.matterId);
      draft.put('visits', visit.id, { ...(ended.fields as Fields<'visits'>), ...(rule.secret && { secret: true }) }, key);
      const rest = interview.state === 'paused' ? resumed(interview, elapsed) : {};
      draft.put(
        'interviews',
        id,
        { ...rest, state: 'ended', endedAt: draft.at, endedElapsed: elapsed, result: disposal.result, disposal },
        key,
      );
      const text = `处理结果：${RESULT_NAMES[disposal.result]}。接谈结束。`;
      await addNotes(host, draft, interview, [{ kind: 'event', text, staffId: call.actor.staffId ?? '' }]);

      const deadlines = deadlinesOf(disposal, today, settings);
      for (const each of deadlines.filter(({ due }) => due !== '')) {
        const { code, due, start, provisional } = each;
        const open = {
          code,
          due,
          start,
          provisional,
          length: lengthOf(code, settings.deadlines),
          matterId: interview.matterId,
          visitId: visit.id,
          interviewId: id,
        };
        const label = `${periodText(code, settings.deadlines)}内${DEADLINE_KINDS[code].name}`;
        const more = { kept: false, state: 'open' as const, keptAt: null, label, department: disposal.department, voidReason: '' };
        draft.add('promises', uuid(), { ...open, ...more }, key);
      }
      const matter = (await host.reader.one('matters', interview.matterId)) ?? refuse('not-found');
      if (rule.secret) {
        const { lead, recorder, observer, others } = interview.team;
        const named = [lead, recorder, observer, ...others, ...disposal.namedPeople, call.actor.staffId ?? ''];
        const namedPeople = [...new Set([...matter.namedPeople, ...named])].filter((staffId) => staffId !== '');
        draft.put('matters', matter.id, { secret: true, namedPeople }, key);
        for (const row of await host.reader.open('visits', await host.db.rows('visits').where('matterId').equals(matter.id).toArray()))
          if (row.id !== visit.id) draft.put('visits', row.id, { secret: true }, key);
      }
      const over = (await runningPromises(host, matter.id)).filter(({ code }) => endsWith(rule.matter, code));
      endPromises(draft, over, RESULT_NAMES[disposal.result]);
      if (rule.matter && rule.matter !== matter.state) {
        const finalDecision = rule.matter === 'final' ? disposal.decisionNo : matter.finalDecision;
        draft.put('matters', matter.id, { state: rule.matter, finalDecision }, key);
      }
      if (matter.queryCode === '') draft.put('matters', matter.id, { queryCode: newQueryCode() }, key);
      return { deadlines };
    });
  },
};

/** Plan S54: each of the four points is filled or said to be unstated. Who left or was interrupted owes none. */
function missingFocus({ focus }: Opened<'interviews'>, { result }: Disposal): Record<string, string> {
  if (result === 'left' || result === 'suspended') return {};
  const open = FOCUS_FIELDS.filter((field) => focus[field].text === '' && !focus[field].unstated);
  return Object.fromEntries(open.map((field) => [`focus.${field}`, `请填写${FOCUS_NAMES[field]}，或选「来访人未说明」`]));
}

const citations = ({ db }: Host, interviewId: string): Promise<number> =>
  notesOf(db, interviewId)
    .filter((row) => row.kind === 'basis')
    .count();
