import type { InternalStorage } from '../storage/internal';
import type { KnownDesk } from '../storage/internal-sync';
import type { DeskKey } from './identity';

/**
 * Who may write. The table `desks` comes with the very messages it judges, so a new desk begins with the keys that its
 * joining file brought; what the table says goes before them.
 */
export class KnownDesks {
  private byCode = new Map<string, KnownDesk>();

  constructor(
    private readonly storage: InternalStorage,
    private readonly given: readonly DeskKey[],
  ) {}

  async load(): Promise<void> {
    const rows = await this.storage.internal('internal.sync.desks', null);
    const given = this.given.map((desk): KnownDesk => ({ ...desk, revokedAfter: null }));
    this.byCode = new Map([...given, ...rows].map((desk) => [desk.code, desk]));
  }

  get(code: string): KnownDesk | null {
    return this.byCode.get(code) ?? null;
  }
  all(): KnownDesk[] {
    return [...this.byCode.values()];
  }
}
