import { LEDGER_DESK } from '../../../../shared/rules/ledger-numbers';
import type { Host } from '../host';
import { ended } from './look-up';

/**
 * Numbers of the ledger's own desk. Its days are asked once an import, not once a batch: only imports give them, and
 * one at a time.
 */
export class LedgerNumbers {
  private readonly last = new Map<string, number>();

  private constructor(
    private readonly host: Host,
    readonly importId: string,
  ) {}

  private static readonly kept = new WeakMap<Host, LedgerNumbers>();
  static of(host: Host, importId: string): LedgerNumbers {
    const known = LedgerNumbers.kept.get(host);
    if (known?.importId === importId) return known;
    const fresh = new LedgerNumbers(host, importId);
    LedgerNumbers.kept.set(host, fresh);
    return fresh;
  }

  /** Not within a Dexie transaction. */
  async load(days: Iterable<string>): Promise<void> {
    const wanted = [...new Set(days)].filter((day) => !this.last.has(day));
    if (wanted.length === 0) return;
    const transaction = this.host.db.backendDB().transaction('visits', 'readonly');
    const index = transaction.objectStore('visits').index('[date+deskCode+cardNo]');
    for (const day of wanted) {
      const request = index.openKeyCursor(IDBKeyRange.bound([day, LEDGER_DESK], [day, LEDGER_DESK, []]), 'prev');
      request.onsuccess = () => {
        const key = request.result?.key;
        this.last.set(day, Array.isArray(key) ? Number(key[2]) : 0);
      };
    }
    await ended(transaction);
  }

  /** For a day that was loaded. A write that fails leaves a gap, never a number twice. */
  next(day: string): number {
    const number = (this.last.get(day) ?? 0) + 1;
    this.last.set(day, number);
    return number;
  }
}
