/**
 * Chromium's LevelDB store came back empty after a full disk in 8 of 8 runs; its SQLite store lost nothing and
 * saved three times faster (ARCHITECTURE.md “Storage”). The switch exists from Chromium 150; a profile keeps
 * the store it was made with.
 */
export type Store = 'leveldb' | 'sqlite';
const SQLITE_FROM = 150;

export const chooseStore = (chromiumMajor: number): Store => (chromiumMajor >= SQLITE_FROM ? 'sqlite' : 'leveldb');

/** Chromium switches for a profile's store, to be set before the app is ready. */
export const storeSwitches = (store: Store): [string, string][] =>
  store === 'sqlite' ? [['enable-features', 'IdbSqliteBackingStore']] : [['disable-features', 'IdbSqliteBackingStore']];
