import type { RecordingRow, RecordingView } from '../../../../shared/domain/recordings';
import { maskName } from '../../../../shared/rules/mask';
import { stillNeeded as needed } from '../../../../shared/rules/promises';
import { keepingReasons } from '../../../../shared/rules/recordings';
import type { Actor } from '../../protocol';
import type { Host } from '../host';
import { mayKnow } from '../interviews/secrecy';
import type { Opened } from '../tables';
import { nameShown } from './person-view';

type Recording = Opened<'recordings'>;

/** In the order of the interview's clock. */
export async function recordingViews({ reader }: Host, rows: readonly Recording[]): Promise<RecordingView[]> {
  const staff = await reader.some(
    'staff',
    rows.map(({ staffId }) => staffId),
  );
  return [...rows]
    .sort((a, b) => a.startedElapsed - b.startedElapsed || a.id.localeCompare(b.id))
    .map((row) => viewOf(row, staff.get(row.staffId)?.name ?? ''));
}

const viewOf = (row: Recording, staffName: string): RecordingView => {
  const { id, interviewId, state, outside, ended, startedAt, startedElapsed, durationMs, bytes, mime, sha256, name } = row;
  const { destroyableFrom, hold, holdReason } = row;
  return {
    ...{ id, interviewId, state, outside, ended, startedAt, startedElapsed, durationMs, bytes, mime, sha256, name },
    ...{ staffName, destroyableFrom, hold, holdReason },
  };
};

/** 录音台账. Of a secret matter only the people named see a line. */
export async function recordingRows(host: Host, rows: readonly Recording[], actor: Actor): Promise<RecordingRow[]> {
  const { reader, clock } = host;
  const matters = await reader.some(
    'matters',
    rows.map(({ matterId }) => matterId),
  );
  const interviews = await reader.some(
    'interviews',
    rows.map(({ interviewId }) => interviewId),
  );
  const visits = await reader.some(
    'visits',
    [...interviews.values()].map(({ visitId }) => visitId),
  );
  const people = await reader.some(
    'persons',
    [...matters.values()].flatMap(({ personIds }) => personIds[0] ?? []),
  );
  const staff = await reader.some(
    'staff',
    rows.map(({ staffId }) => staffId),
  );
  const seen = rows.filter(({ matterId }) => {
    const matter = matters.get(matterId);
    return matter && mayKnow(matter, actor);
  });
  return Promise.all(
    seen.map(async (row): Promise<RecordingRow> => {
      const person = people.get(matters.get(row.matterId)?.personIds[0] ?? '');
      const visit = visits.get(interviews.get(row.interviewId)?.visitId ?? '');
      const matterOpen = await stillNeeded(host, row.matterId);
      return {
        ...viewOf(row, staff.get(row.staffId)?.name ?? ''),
        number: visit?.number ?? '',
        maskedName: person ? maskName(nameShown(person)) : '',
        kept: keepingReasons({ ...row, today: clock.today(), matterOpen }),
      };
    }),
  );
}

/** A matter that is not settled, or that somebody still waits for. */
export async function stillNeeded({ db, reader, clock }: Host, matterId: string): Promise<boolean> {
  const matter = await reader.one('matters', matterId);
  const promises = await reader.open('promises', await db.rows('promises').where('matterId').equals(matterId).toArray());
  return matter !== undefined && needed(matter.state, promises, clock.today());
}
