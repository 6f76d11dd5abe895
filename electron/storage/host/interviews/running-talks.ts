import Dexie from 'dexie';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';

type Interview = Opened<'interviews'>;

/** By then somebody was in that room again, whoever put it in order. */
const NEWEST_ENDED = 60;

const inState = ({ db }: Pick<Host, 'db'>, state: string) =>
  db.rows('interviews').where('[state+date]').between([state, Dexie.minKey], [state, Dexie.maxKey]);

/** Those that go on, of any day: one that was left running overnight has to be ended by somebody. */
export async function runningTalks(host: Host): Promise<Interview[]> {
  const rows: StoredRow[][] = await Promise.all([inState(host, 'talking').toArray(), inState(host, 'paused').toArray()]);
  return host.reader.open('interviews', rows.flat());
}

/** Ended ones whose room nobody has put in order yet, of any day. */
export async function untidiedTalks(host: Host): Promise<Interview[]> {
  const newest = await inState(host, 'ended').reverse().limit(NEWEST_ENDED).toArray();
  return host.reader.open(
    'interviews',
    newest.filter(({ tidiedAt }) => tidiedAt === null),
  );
}
