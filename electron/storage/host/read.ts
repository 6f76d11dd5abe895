import type { Settings, SettingsKey } from '../../../shared/domain/settings';
import { isDeskSetting, SETTINGS } from '../../../shared/domain/settings';
import { defaultSettings } from '../../../shared/rules/defaults';
import { aboutRow, openValue } from './codec';
import { type DataKeys, HALL_KEY } from './data-keys';
import type { ReceptionDb } from './db';
import { Lru } from './lru';
import type { StoredRow } from './stored';
import { BLANKS, OPEN_DEFAULTS, type Opened, type TableName } from './tables';

/** A day's list and a few searches; a live query then opens only what changed. */
const AT_HAND = 4000;

/** Opens rows. What was opened is kept by version, for the same rows are shown again and again. */
export class Reader {
  private readonly cache = new Lru<Opened<TableName>>(AT_HAND);

  constructor(
    private readonly db: ReceptionDb,
    private readonly keys: DataKeys,
    private readonly deskCode: string,
  ) {}

  async one<T extends TableName>(table: T, id: string): Promise<Opened<T> | undefined> {
    return (await this.some(table, [id])).get(id);
  }

  /** By id; ids that are not there, or are erased, are not in the map. */
  async some<T extends TableName>(table: T, ids: readonly string[]): Promise<Map<string, Opened<T>>> {
    const rows = await this.db.rows(table).bulkGet([...new Set(ids)]);
    const opened = await this.open(
      table,
      rows.filter((row) => row !== undefined),
    );
    return new Map(opened.map((row) => [row.id, row]));
  }

  async all<T extends TableName>(table: T): Promise<Opened<T>[]> {
    return this.open(table, await this.db.rows(table).toArray());
  }

  /** In the order given, without the erased. */
  async open<T extends TableName>(table: T, rows: readonly StoredRow[]): Promise<Opened<T>[]> {
    const alive = living(rows);
    const known = alive.map((row) => this.known(table, row));
    await this.keys.load(alive.filter((_, i) => !known[i]).map((row) => row.keyId ?? HALL_KEY));
    return alive.map((row, i) => known[i] ?? this.openNow(table, row));
  }

  /** For what keeps them itself: they push nothing out that a list needs at hand. */
  async openOnce<T extends TableName>(table: T, rows: readonly StoredRow[]): Promise<Opened<T>[]> {
    const alive = living(rows);
    await this.keys.load(alive.map((row) => row.keyId ?? HALL_KEY));
    return alive.map((row) => this.openRow(table, row));
  }

  /** All settings, this desk's own among them; what was never set has its default. */
  async settings(): Promise<Settings> {
    const keys = Object.keys(SETTINGS) as SettingsKey[];
    const rows = await this.some(
      'settings',
      keys.map((key) => settingsId(key, this.deskCode)),
    );
    const settings: Record<string, unknown> = { ...defaultSettings() };
    for (const key of keys) {
      const row = rows.get(settingsId(key, this.deskCode));
      if (!row) continue;
      // Fields that came with a later version get their default here.
      const parsed = SETTINGS[key].safeParse(row.value);
      if (parsed.success) settings[key] = parsed.data;
    }
    return settings as Settings;
  }

  /** A demonstration unit: 「演示」 stands on its paper. */
  async demo(): Promise<boolean> {
    return (await this.one('settings', DEMO_ID))?.value === true;
  }

  /** What was opened is opened again when it is next asked for. */
  forget(): void {
    this.cache.clear();
  }

  private known<T extends TableName>(table: T, row: StoredRow): Opened<T> | undefined {
    const known = this.cache.get(`${table}/${row.id}`);
    return known?.version === row.version ? (known as unknown as Opened<T>) : undefined;
  }

  private openNow<T extends TableName>(table: T, row: StoredRow): Opened<T> {
    const opened = this.openRow(table, row);
    this.cache.set(`${table}/${row.id}`, opened as unknown as Opened<TableName>);
    return opened;
  }

  private openRow<T extends TableName>(table: T, row: StoredRow): Opened<T> {
    const { sealed, keyId = HALL_KEY, clock: _clock, clocks: _clocks, erased: _erased, ...open } = row;
    let inside: Record<string, unknown> = {};
    let unreadable = false;
    const key = this.keys.at(keyId);
    try {
      if (sealed && key) inside = openValue(key, sealed, aboutRow(table, row.id)) as Record<string, unknown>;
      unreadable = !key;
    } catch {
      unreadable = true;
      console.warn(`${table} ${row.id}: sealed value does not open`);
    }
    return {
      ...(OPEN_DEFAULTS as Partial<Record<TableName, object>>)[table],
      ...open,
      ...BLANKS[table],
      ...inside,
      keyId,
      unreadable,
    } as unknown as Opened<T>;
  }
}

const living = (rows: readonly StoredRow[]): StoredRow[] => rows.filter((row) => !row.erased);

/** Written once, at the first start. */
export const DEMO_ID = 'demo';
export const settingsId = (key: SettingsKey, deskCode: string): string => (isDeskSetting(key) ? `${key}:${deskCode}` : key);
