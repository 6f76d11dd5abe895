import { v7 as uuid } from 'uuid';
import { type LedgerRecord, matterText } from '../../../../shared/rules/ledger-record';
import { visitCount } from '../../../../shared/rules/repeat';
import { nameHash } from '../codec';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import { type Joined, titleOf } from '../visits/join-matter';
import type { MatterNow } from './matter-now';

interface Changed {
  matter: MatterNow;
  /** Absent: it was there before. */
  made?: { record: LedgerRecord; personId: string; at: number };
}

/**
 * Lines of one person about the same are visits in one matter. Only matters that came from a ledger are joined: what
 * the desk registered keeps its counts.
 */
export class MattersOfLines {
  private readonly changed = new Map<string, Changed>();

  constructor(
    private readonly host: Host,
    private readonly draft: Draft,
    private readonly importId: string,
    private readonly known: Map<string, MatterNow>,
  ) {}

  join(record: LedgerRecord, personId: string, at: number): Joined {
    const key = nameHash(this.host.hall, `ledger-matter|${personId}|${matterText(record)}`);
    const matter = this.known.get(key) ?? this.make(key, record, personId, at);
    if (!this.changed.has(key)) this.changed.set(key, { matter });
    matter.visits = visitCount(matter.visits);
    if (record.date >= matter.lastVisit) {
      matter.lastVisit = record.date;
      if (matter.state !== 'final' && matter.state !== record.state) {
        // The first change by this import keeps what was before it.
        if (matter.before?.importId !== this.importId) matter.before = { importId: this.importId, state: matter.state };
        matter.state = record.state;
      }
    }
    return { id: matter.id, keyId: matterKeyId(matter.id), visitCount: matter.visits, secret: false };
  }

  /** Once, with what all lines came to. */
  write(): void {
    for (const [importKey, { matter, made }] of this.changed) {
      const { id, visits, lastVisit, state, before } = matter;
      if (!made) {
        this.draft.put('matters', id, { visits, lastVisit, state, ...(before && { before }) }, matterKeyId(id));
        continue;
      }
      const { record, personId, at } = made;
      const open = { createdAt: at, fieldCode: record.fieldCode, state, visits, lastVisit, personIds: [personId] };
      const sealed = { title: titleOf(record.matter), place: record.place, finalDecision: '' };
      this.draft.add('matters', id, { ...open, importId: this.importId, importKey, ...sealed }, this.draft.newKey(matterKeyId(id)));
    }
  }

  private make(key: string, record: LedgerRecord, personId: string, at: number): MatterNow {
    const matter: MatterNow = { id: uuid(), visits: 0, lastVisit: '', state: 'open', before: null };
    this.known.set(key, matter);
    this.changed.set(key, { matter, made: { record, personId, at } });
    return matter;
  }
}
