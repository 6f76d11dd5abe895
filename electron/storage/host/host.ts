import type { Role } from '../../../shared/domain/basics';
import type { Actor } from '../protocol';
import type { Clock } from './clock';
import type { HallKeys } from './codec';
import type { DataKeys } from './data-keys';
import type { ReceptionDb } from './db';
import type { Draft } from './draft';
import type { TalkClocks } from './interviews/talk-clocks';
import type { Library } from './policies/library';
import type { Reader } from './read';
import type { Recent } from './recent';
import type { RunningClocks } from './running-clocks';
import type { Walks } from './statistics/walk';
import type { Steady } from './steady';
import type { StoredRow } from './stored';
import type { Opened } from './tables';
import type { Ids } from './visits/find-people';
import type { Writer } from './write';

/** What every handler works with. */
export interface Host {
  db: ReceptionDb;
  hall: HallKeys;
  keys: DataKeys;
  clock: Clock;
  reader: Reader;
  writer: Writer;
  steady: Steady;
  recent: { people: Recent<{ person: Opened<'persons'>; visits: StoredRow[] }>; ids: Recent<Ids> };
  talkClocks: TalkClocks;
  incidentClocks: RunningClocks;
  library: Library;
  walks: Walks;
  deskCode: string;
  /** Told when what live queries have shown may no longer be shown, though no row changed: they ask again. */
  onForgotten: Set<() => void>;
  /** After keys came or went: nothing that was opened before counts. */
  forgetOpened(): void;
}

/** One call: on whose behalf, and under which request id a write is made once. */
export interface Call {
  name: string;
  actor: Actor;
  requestId: string;
}

/** A write in the name of this call. */
export const writeAs = <R>(host: Host, call: Call, build: (draft: Draft) => Promise<R>): Promise<R> =>
  host.writer.write({ actor: call.actor, requestId: call.requestId, action: call.name }, build);

export const holds = (actor: Actor, roles: readonly Role[]): boolean => roles.some((role) => actor.roles.includes(role));
