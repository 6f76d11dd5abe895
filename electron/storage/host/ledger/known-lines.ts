import type { Host } from '../host';

/** Which of these keys are in the database: many small questions at once are quicker than one cursor that walks. */
export async function known({ db }: Host, keys: readonly string[]): Promise<Set<string>> {
  const visits = db.rows('visits');
  const wanted = [...new Set(keys)];
  const found = await Promise.all(wanted.map((key) => visits.where('importKey').equals(key).count()));
  return new Set(wanted.filter((_, i) => (found[i] ?? 0) > 0));
}
