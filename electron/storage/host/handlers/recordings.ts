import { ALARM_TEXTS, END_TEXTS } from '../../../../shared/domain/recordings';
import { refuse } from '../../../../shared/errors';
import { destroyableFrom } from '../../../../shared/rules/deadlines';
import { dayOf, instantAt } from '../../../../shared/rules/time';
import { matterKeyId, soundKeyId } from '../data-keys';
import type { Draft } from '../draft';
import { type Host, writeAs } from '../host';
import { addNotes } from '../interviews/add-note';
import { interviewFor, runningNow } from '../interviews/of-interview';
import type { Opened } from '../tables';
import type { InternalHandlers } from './types';

type Names = 'begin' | 'reached' | 'alarm' | 'finish' | 'unsettled';

/** A recording while it is made: its row, and its lines in the record. The sound itself is the main process's. */
export const recordingHandlers: Pick<InternalHandlers, `internal.recording.${Names}`> = {
  'internal.recording.begin': async (host, { id, interviewId, mime, name, outsideFrom }, call) => {
    const known = await interviewFor(host, interviewId, call);
    const { startedElapsed } = await writeAs(host, call, async (draft) => {
      const outside = outsideFrom !== undefined;
      // A file of an outside recorder is often registered after the talk.
      const interview = outside ? known : await runningNow(host, interviewId);
      const startedAt = outside ? instantAt(interview.date, outsideFrom) : draft.at;
      const elapsed = outside ? startedAt - interview.startedAt : await host.talkClocks.elapsed(interview);
      draft.newKey(soundKeyId(id));
      draft.add(
        'recordings',
        id,
        {
          ...{ interviewId, matterId: interview.matterId, state: 'recording', outside, startedAt, startedElapsed: elapsed },
          ...{ durationMs: 0, parts: 0, bytes: 0, mime, destroyableFrom: '', hold: false, ended: '' },
          ...{ staffId: call.actor.staffId ?? '', deskCode: host.deskCode, sha256: '', name, holdReason: '' },
        },
        matterKeyId(interview.matterId),
      );
      if (!outside) await say(host, draft, interview, 'event', `开始录音（${name || '麦克风'}）。`, call.actor.staffId);
      return { startedElapsed: elapsed };
    });
    return { startedElapsed, key: (await host.keys.fileKey(soundKeyId(id))) ?? refuse('damaged') };
  },

  'internal.recording.reached': async (host, { id, ...summary }, call) => {
    await writeAs(host, call, async (draft) => {
      const row = await one(host, id);
      if (row.state === 'recording') draft.put('recordings', id, summary, row.keyId);
      return {};
    });
    return null;
  },

  'internal.recording.alarm': async (host, { id, alarm }, call) => {
    await writeAs(host, call, async (draft) => {
      const row = await one(host, id);
      await say(host, draft, await interviewOf(host, row), 'alarm', ALARM_TEXTS[alarm], call.actor.staffId);
      return {};
    });
    return null;
  },

  'internal.recording.finish': async (host, { id, ended, damaged, ...summary }, call) => {
    await writeAs(host, call, async (draft) => {
      const row = await one(host, id);
      if (row.state !== 'recording') return {};
      const { rules } = await host.steady.settings();
      const interview = await interviewOf(host, row);
      // After a kill with the PC's time set back only the sound knows how long the talk had lasted.
      if (!row.outside) await host.talkClocks.atLeast(interview, row.startedElapsed + summary.durationMs);
      // Sound of which nothing was kept is no recording: there is nothing to keep for years.
      const empty = summary.parts === 0 || (row.outside && ended !== 'stopped');
      draft.put(
        'recordings',
        id,
        {
          ...(empty ? { parts: 0, bytes: summary.bytes, durationMs: 0, sha256: '' } : summary),
          state: empty ? 'destroyed' : 'done',
          ended,
          destroyableFrom: destroyableFrom(dayOf(row.startedAt), rules.recordingYears),
        },
        row.keyId,
      );
      const [kind, text] = closingLine(row, ended, damaged, empty);
      await say(host, draft, interview, kind, text, call.actor.staffId);
      return {};
    });
    return null;
  },

  'internal.recording.unsettled': async (host) => {
    const { db, reader, keys, deskCode } = host;
    const inState = async (state: string): Promise<Opened<'recordings'>[]> =>
      reader.open('recordings', await db.rows('recordings').where('[deskCode+state]').equals([deskCode, state]).toArray());
    const running = (await inState('recording')).map(async ({ id, outside, parts, bytes, durationMs, sha256 }) => {
      return { id, outside, parts, bytes, durationMs, sha256, key: await keys.fileKey(soundKeyId(id)) };
    });
    const destroyed = await inState('destroyed');
    // Destroyed at another desk, which has neither this desk's file nor its copy of the key.
    const kept = new Set(
      await db.keys
        .where('id')
        .anyOf(destroyed.map(({ id }) => soundKeyId(id)))
        .primaryKeys(),
    );
    const left = destroyed.filter(({ id, bytes }) => bytes > 0 || kept.has(soundKeyId(id))).map(({ id }) => id);
    return { running: await Promise.all(running), destroyed: left };
  },
};

function closingLine(
  { outside, name }: Opened<'recordings'>,
  ended: keyof typeof END_TEXTS,
  damaged: boolean,
  empty: boolean,
): ['event' | 'alarm', string] {
  if (outside) {
    return ended === 'stopped' ? ['event', `登记外部录音（${name}）。`] : ['alarm', `外部录音（${name}）没有存完，请重新登记。`];
  }
  const lost = damaged ? '磁盘上的录音比已记录的少，请联系系统管理员。' : '';
  if (empty) return ['alarm', `${END_TEXTS[ended]}，没有录到声音。${lost}`];
  return [ended === 'stopped' && !damaged ? 'event' : 'alarm', `${END_TEXTS[ended]}。${lost}`];
}

/** A line of the record, as long as it is not signed: a signed record is frozen, and the recording's own row says the same. */
async function say(
  host: Host,
  draft: Draft,
  interview: Opened<'interviews'>,
  kind: 'event' | 'alarm',
  text: string,
  staffId: string | null,
): Promise<void> {
  if (interview.signed === '') await addNotes(host, draft, interview, [{ kind, text, staffId: staffId ?? '' }]);
}

const one = async ({ reader }: Host, id: string): Promise<Opened<'recordings'>> =>
  (await reader.one('recordings', id)) ?? refuse('not-found');
const interviewOf = async ({ reader }: Host, { interviewId }: Opened<'recordings'>): Promise<Opened<'interviews'>> =>
  (await reader.one('interviews', interviewId)) ?? refuse('not-found');
