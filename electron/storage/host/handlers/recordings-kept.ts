import { v7 as uuid } from 'uuid';
import { RECORDING_KEEPERS } from '../../../../shared/contract/roles';
import { refuse } from '../../../../shared/errors';
import { keepingReasons } from '../../../../shared/rules/recordings';
import { heardWhile, membersOf, type Span } from '../../../../shared/rules/stays';
import { stampOf } from '../../../../shared/rules/time';
import { soundKeyId } from '../data-keys';
import { type Call, type Host, writeAs } from '../host';
import { interviewFor } from '../interviews/of-interview';
import { mayKnow } from '../interviews/secrecy';
import { backupsUntil } from '../keeping/backups-until';
import { holdsOn } from '../keeping/matter-keeping';
import { eraseLater } from '../sync/memory';
import type { Opened } from '../tables';
import { recordingRows, recordingViews, stillNeeded } from '../views/recording-view';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'recording.list' | 'recording.hold' | 'recording.certificates'> &
  Pick<InternalHandlers, 'internal.recording.open' | 'internal.recording.destroy' | 'internal.recording.gone'>;

/** Recordings that are kept: heard, held back, destroyed. */
export const recordingKeptHandlers: Handlers = {
  'recording.list': (host, { due, before, limit }, { actor }) =>
    host.db.reading(async () => {
      const table = host.db.rows('recordings');
      const wanted = due
        ? table.where('destroyableFrom').between('0', host.clock.today(), true, true)
        : before === ''
          ? table.orderBy('id')
          : table.where('id').below(before);
      const kept = wanted.reverse().filter((row) => row.state !== 'destroyed');
      const stored = await kept.limit(limit + 1).toArray();
      const rows = await recordingRows(host, await host.reader.open('recordings', stored.slice(0, limit)), actor);
      return { rows, more: stored.length > limit };
    }),

  'recording.hold': async (host, { id, hold, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const row = await known(host, id, call);
      if (row.state === 'destroyed') refuse('conflict', { message: '这段录音已经销毁，什么也没有改变。' });
      draft.put('recordings', id, { hold, holdReason: hold ? reason : '' }, row.keyId);
      draft.audit(call.name, id, `${hold ? '暂停' : '恢复'}：${reason}`);
      return {};
    });
    return {};
  },

  'recording.certificates': (host, _input, { actor }) =>
    host.db.reading(async () => {
      const rows = await host.reader.open('destructions', await host.db.rows('destructions').orderBy('at').reverse().limit(500).toArray());
      const staff = await host.reader.some(
        'staff',
        rows.flatMap(({ askedBy, approvedBy }) => [askedBy, approvedBy]),
      );
      const name = (id: string): string => staff.get(id)?.name ?? '';
      const recordings = await host.reader.some(
        'recordings',
        rows.map(({ recordingId }) => recordingId),
      );
      const matters = await host.reader.some(
        'matters',
        [...recordings.values()].map(({ matterId }) => matterId),
      );
      return rows.flatMap(({ id, recordingId, at, label, sha256, reason, askedBy, approvedBy, backupsUntil }) => {
        const { interviewId, matterId = '' } = recordings.get(recordingId) ?? {};
        const matter = matters.get(matterId);
        if (!interviewId || !matter || !mayKnow(matter, actor)) return [];
        return [
          {
            id,
            recordingId,
            interviewId,
            at,
            label,
            sha256,
            reason,
            askedByName: name(askedBy),
            approvedByName: name(approvedBy),
            backupsUntil,
          },
        ];
      });
    }),

  'internal.recording.open': async (host, { id }, call) => {
    const row = await known(host, id, call);
    if (row.state === 'recording') refuse('refused', { message: '这段录音还在录，停止后才能听。' });
    if (row.state === 'destroyed') refuse('not-found', { message: '这段录音已经销毁，只有销毁证明。' });
    const interview = (await host.reader.one('interviews', row.interviewId)) ?? refuse('not-found');
    const heard = await heardBy(host, interview, row, call.actor.staffId ?? '');
    if (heard?.length === 0) {
      await writeAs(host, { ...call, name: 'recording.refused' }, async (draft) => {
        draft.audit('recording.refused', id, call.name);
        return {};
      });
      refuse('forbidden', { message: '只有这次接谈的人员和录音保管人可以听，这次查看已留痕。请由他们登录后操作。' });
    }
    const visit = await host.reader.one('visits', interview.visitId);
    const key = (await host.keys.fileKey(soundKeyId(id))) ?? refuse('damaged');
    return { key, mime: row.mime, outside: row.outside, name: row.name, sha256: row.sha256, number: visit?.number ?? '', heard };
  },

  'internal.recording.destroy': async (host, { id, reason, approverId }, call) => {
    const { certificateId } = await writeAs(host, call, async (draft) => {
      const row = await known(host, id, call);
      const reasons = keepingReasons({ ...row, today: host.clock.today(), matterOpen: await stillNeeded(host, row.matterId) });
      // What holds its matter back holds the sound of it too.
      for (const hold of await holdsOn(host, row.matterId)) reasons.push(`所属事项暂停销毁：${hold.reason}`);
      if (reasons.length > 0) refuse('refused', { message: `不能销毁：${reasons.join('；')}。什么也没有改变。` });
      const interview = await host.reader.one('interviews', row.interviewId);
      const visit = interview && (await host.reader.one('visits', interview.visitId));
      const certificateId = uuid();
      const label = `${visit?.number ?? ''} 接谈录音，${stampOf(row.startedAt)} 起，${Math.round(row.durationMs / 1000)} 秒`;
      draft.put('recordings', id, { state: 'destroyed' }, row.keyId);
      draft.add(
        'destructions',
        certificateId,
        {
          ...{
            recordingId: id,
            at: draft.at,
            askedBy: call.actor.staffId ?? '',
            approvedBy: approverId,
            label,
            sha256: row.sha256,
            reason,
          },
          ...{ kind: 'recording', objectId: id, backupsUntil: await backupsUntil(host) },
        },
        row.keyId,
      );
      // The other desks have copies of the file: without its key they are nothing.
      draft.put('erasures', soundKeyId(id), { at: draft.at, basis: '录音销毁' });
      draft.audit('recording.destroy', id, reason);
      return { certificateId };
    });
    return { certificateId };
  },

  'internal.recording.gone': async (host, { id }, call) => {
    await host.keys.erase([soundKeyId(id)]);
    await eraseLater(host.db, [soundKeyId(id)]);
    await writeAs(host, call, async (draft) => {
      const row = (await host.reader.one('recordings', id)) ?? refuse('not-found');
      draft.put('recordings', id, { parts: 0, bytes: 0 }, row.keyId);
      return {};
    });
    return null;
  },
};

export const recordingLives: Pick<LiveHandlers, 'recording.ofInterview'> = {
  'recording.ofInterview': (host, { interviewId }, actor) =>
    host.db.reading(async () => {
      const interview = await host.reader.one('interviews', interviewId);
      const matter = interview && (await host.reader.one('matters', interview.matterId));
      if (!matter || !mayKnow(matter, actor)) return [];
      const rows = await host.reader.open(
        'recordings',
        await host.db.rows('recordings').where('interviewId').equals(interviewId).toArray(),
      );
      return recordingViews(host, rows);
    }),
};

/** A recording whose matter this person may know. */
async function known(host: Host, id: string, call: Call): Promise<Opened<'recordings'>> {
  const row = (await host.reader.one('recordings', id)) ?? refuse('not-found', { message: '没有找到这段录音。' });
  if (row.unreadable) refuse('damaged');
  await interviewFor(host, row.interviewId, call);
  return row;
}

/** What of it this person may hear: null all of it, the team and those who keep it; else what was said while they sat there. */
async function heardBy(
  { reader }: Host,
  { team, stays }: Opened<'interviews'>,
  { outside, startedElapsed, durationMs }: Opened<'recordings'>,
  staffId: string,
): Promise<Span[] | null> {
  if (membersOf(team).includes(staffId)) return null;
  // The main process asks in the person's name: what they may is in their own row.
  const roles = (await reader.one('staff', staffId))?.roles ?? [];
  if (roles.some((role) => RECORDING_KEEPERS.includes(role))) return null;
  // How long the file of an outside recorder is, nobody has measured.
  return heardWhile(stays, staffId, { startedElapsed, durationMs: outside ? Number.MAX_SAFE_INTEGER : durationMs });
}
