import type { Settings } from '../../../shared/domain/settings';
import type { Reader } from './read';
import type { TableName } from './tables';

/** A value read once, until it is forgotten. What was being read while it was forgotten is not kept. */
class Kept<T> {
  private kept: { value: T } | null = null;
  private forgotten = 0;

  constructor(private readonly read: () => Promise<T>) {}

  /** The value, not a promise of it: one transaction must not wait for what another one reads. */
  async get(): Promise<T> {
    if (this.kept) return this.kept.value;
    const { forgotten } = this;
    const value = await this.read();
    if (forgotten === this.forgotten) this.kept = { value };
    return value;
  }

  forget(): void {
    this.kept = null;
    this.forgotten++;
  }
}

/**
 * What every registration needs and hardly ever changes: settings and names. Seven of its fourteen requests to the
 * database would ask for it. Never for a live query, which must read to be told of changes.
 */
export class Steady {
  private readonly keptSettings: Kept<Settings>;
  private readonly keptDemo: Kept<boolean>;
  private readonly keptNames: Kept<ReadonlyMap<string, string>>;

  constructor(reader: Reader) {
    this.keptSettings = new Kept(() => reader.settings());
    this.keptDemo = new Kept(() => reader.demo());
    this.keptNames = new Kept(async () => new Map((await reader.all('staff')).map(({ id, name }) => [id, name])));
  }

  settings = (): Promise<Settings> => this.keptSettings.get();
  demo = (): Promise<boolean> => this.keptDemo.get();
  /** Staff id → name. */
  staffNames = (): Promise<ReadonlyMap<string, string>> => this.keptNames.get();

  /** After a write to these tables. */
  written(tables: readonly TableName[]): void {
    if (tables.includes('settings')) {
      this.keptSettings.forget();
      this.keptDemo.forget();
    }
    if (tables.includes('staff')) this.keptNames.forget();
  }
}
