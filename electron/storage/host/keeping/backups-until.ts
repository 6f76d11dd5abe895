import { BackupFigures } from '../../../../shared/domain/backup';
import { lastRotationDay } from '../../../../shared/rules/backup-rotation';
import type { Host } from '../host';

/** The last day on which a backup of any desk, made before today's end, may still hold what is erased today. */
export async function backupsUntil({ db, reader, clock }: Host): Promise<string> {
  const rows = await reader.open('settings', await db.rows('settings').where('id').startsWith('backup:').toArray());
  const set = rows.map(({ value }) => BackupFigures.safeParse(value)).flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  const today = clock.today();
  return [BackupFigures.parse({}), ...set].map((figures) => lastRotationDay(today, figures)).reduce((a, b) => (a > b ? a : b));
}
