import type { PolicyKind } from '../../../../shared/domain/policies';
import { DIGEST_ARTICLES, DIGEST_POLICY, DIGEST_POLICY_ID } from '../../../../shared/policies/regulation-digest';
import { PolicyIndex, type RankedPolicy } from '../../../../shared/rules/policy-index';
import type { ReceptionDb } from '../db';
import type { Reader } from '../read';
import type { Opened, TableName } from '../tables';

/** So many articles are opened before others get their turn: a registration at the desk must not wait for a library. */
const AT_A_TIME = 50;
const SOON_MS = 2000;
const ORDER: Readonly<Record<PolicyKind, number>> = { regulation: 0, law: 1, rules: 2, unit: 3, other: 4 };

export interface LibraryPolicy extends RankedPolicy {
  id: string;
  version: string;
}
interface State {
  index: PolicyIndex;
  policies: ReadonlyMap<string, LibraryPolicy>;
}

/**
 * The policy library as it is searched: the digest that the program brings and what the hall imported, opened once and
 * kept in memory. It is built soon after the start, and taken further, not built anew, after an import.
 */
export class Library {
  private readonly index = new PolicyIndex();
  private policies: ReadonlyMap<string, LibraryPolicy> = new Map();
  /** Counts what was written to its tables; `upTo` is the count that the index knows. */
  private written = 1;
  private upTo = 0;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly db: ReceptionDb,
    private readonly reader: Reader,
  ) {
    for (const article of DIGEST_ARTICLES) this.index.add(article);
  }

  /** After a write to these tables. */
  changed(tables: readonly TableName[]): void {
    if (!tables.includes('articles') && !tables.includes('policies')) return;
    this.written++;
    this.soon();
  }

  /** Before somebody asks: five thousand pages are a second's work, a few milliseconds at a time. */
  soon(): void {
    setTimeout(() => void this.ready().catch(() => {}), SOON_MS);
  }

  async ready(): Promise<State> {
    while (this.upTo < this.written) {
      this.reading ??= this.read().finally(() => {
        this.reading = null;
      });
      await this.reading;
    }
    return { index: this.index, policies: this.policies };
  }

  private async read(): Promise<void> {
    const { written } = this;
    const rows = await this.reader.all('policies');
    this.policies = merged(rows);
    const ids = await this.db.rows('articles').toCollection().primaryKeys();
    const there = new Set([...ids, ...DIGEST_ARTICLES.map(({ id }) => id)]);
    for (const id of [...this.index.ids()]) if (!there.has(id)) this.index.remove(id);
    const missing = ids.filter((id) => !this.index.has(id));
    for (let from = 0; from < missing.length; from += AT_A_TIME) {
      const stored = await this.db.rows('articles').bulkGet(missing.slice(from, from + AT_A_TIME));
      const articles = await this.reader.openOnce(
        'articles',
        stored.filter((row) => row !== undefined),
      );
      for (const article of articles) if (!article.unreadable) this.index.add(article);
      await othersFirst();
    }
    this.upTo = written;
  }
}

/** The digest is no row; of one that was retired only that stands in a row. */
export function merged(rows: readonly Opened<'policies'>[]): Map<string, LibraryPolicy> {
  const digest = rows.find(({ id }) => id === DIGEST_POLICY_ID);
  const { title, version, effective, kind } = DIGEST_POLICY;
  const own: LibraryPolicy = {
    id: DIGEST_POLICY_ID,
    title,
    version,
    effective,
    active: digest?.active ?? true,
    digest: true,
    order: ORDER[kind],
  };
  const imported = rows.filter(({ id }) => id !== DIGEST_POLICY_ID);
  return new Map([
    [own.id, own],
    ...imported.map((row): [string, LibraryPolicy] => {
      const { id, title, version, effective, active, kind } = row;
      return [id, { id, title, version, effective, active, digest: false, order: ORDER[kind] }];
    }),
  ]);
}

/** Messages that wait for this page are answered before what follows. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
