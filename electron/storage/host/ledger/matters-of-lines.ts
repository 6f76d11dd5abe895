import { v7 as uuid } from 'uuid';
import type { MatterState } from '../../../../shared/domain/known-person';
import { type LedgerRecord, matterText } from '../../../../shared/rules/ledger-record';
import { visitCount } from '../../../../shared/rules/repeat';
import { nameHash } from '../codec';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { type Joined, titleOf } from '../visits/join-matter';

interface Matter {
  id: string;
  keyId: string;
  /** Absent: it was there before. */
  made?: { record: LedgerRecord; personId: string; at: number };
  visits: number;
  lastVisit: string;
  state: MatterState;
  changed: boolean;
}

/**
 * Lines of one person about the same are visits in one matter. Only matters that came from the ledger are joined: what
 * the desk registered keeps its counts.
 */
export class MattersOfLines {
  private readonly byKey = new Map<string, Matter>();

  constructor(
    private readonly host: Host,
    private readonly draft: Draft,
    private readonly importId: string,
    known: readonly StoredRow[],
  ) {
    for (const row of known) {
      this.byKey.set(String(row.importKey), {
        id: row.id,
        keyId: matterKeyId(row.id),
        visits: Number(row.visits),
        lastVisit: String(row.lastVisit),
        state: row.state as MatterState,
        changed: false,
      });
    }
  }

  join(record: LedgerRecord, personId: string, at: number): Joined {
    const key = nameHash(this.host.hall, `ledger-matter|${personId}|${matterText(record)}`);
    const matter = this.byKey.get(key) ?? this.make(key, record, personId, at);
    const count = visitCount(matter.visits);
    matter.visits = count;
    matter.changed = true;
    if (record.date >= matter.lastVisit) {
      matter.lastVisit = record.date;
      if (matter.state !== 'final') matter.state = record.state;
    }
    return { id: matter.id, keyId: matter.keyId, visitCount: count };
  }

  /** Once, with what all lines came to. */
  write(): void {
    for (const [importKey, { id, keyId, made, changed, visits, lastVisit, state }] of this.byKey) {
      if (!changed) continue;
      if (!made) {
        this.draft.put('matters', id, { visits, lastVisit, state }, keyId);
        continue;
      }
      const { record, personId, at } = made;
      const open = { createdAt: at, fieldCode: record.fieldCode, state, visits, lastVisit, personIds: [personId] };
      const sealed = { title: titleOf(record.matter), place: record.place, finalDecision: '' };
      this.draft.add('matters', id, { ...open, importId: this.importId, importKey, ...sealed }, keyId);
    }
  }

  private make(key: string, record: LedgerRecord, personId: string, at: number): Matter {
    const id = uuid();
    const matter: Matter = {
      id,
      keyId: this.draft.newMatterKey(id),
      made: { record, personId, at },
      visits: 0,
      lastVisit: '',
      state: 'open',
      changed: true,
    };
    this.byKey.set(key, matter);
    return matter;
  }
}
