import { DEFAULT_TEMPLATES } from '../../../../shared/documents/letter-templates';
import { LETTER_KINDS, type LetterKind, type LetterTemplateView } from '../../../../shared/domain/letters';
import type { Host } from '../host';

/** Of each kind the newest version, or the one the program brought. */
export async function templatesInForce(host: Host): Promise<LetterTemplateView[]> {
  return Promise.all(LETTER_KINDS.map((kind) => templateInForce(host, kind)));
}

export async function templateInForce(host: Host, kind: LetterKind): Promise<LetterTemplateView> {
  const [newest] = await versionsOf(host, kind);
  return newest ?? { ...DEFAULT_TEMPLATES[kind], version: 0, changedAt: null, changedByName: '' };
}

/** Newest first; a version is never changed, so that what an older paper was made from stays readable. */
export async function versionsOf({ db, reader }: Host, kind: LetterKind): Promise<LetterTemplateView[]> {
  const rows = await reader.open('templates', await db.rows('templates').where('kind').equals(kind).toArray());
  const staff = await reader.some(
    'staff',
    rows.map((row) => row.staffId),
  );
  return rows
    .sort((a, b) => b.edition - a.edition)
    .map((row) => ({
      kind,
      title: row.title,
      body: row.body,
      version: row.edition,
      changedAt: row.at,
      changedByName: staff.get(row.staffId)?.name ?? '',
    }));
}
