import type { BackupSet } from '../../shared/domain/backup';
import { sizeWords } from '../../shared/rules/backup-words';
import { stampOf } from '../../shared/rules/time';
import { TEXTS } from './texts';

/** Backups to choose from, newest first. */
export function SetOptions({ sets }: { sets: readonly BackupSet[] }) {
  return sets.map(({ id, madeAt, deskCode, position, bytes, demo, missing }) => (
    <option key={id} value={id}>
      {[
        TEXTS.setWords(stampOf(madeAt).slice(0, 16), deskCode, position, sizeWords(bytes)),
        demo && TEXTS.demo,
        missing > 0 && TEXTS.missing(missing),
      ]
        .filter(Boolean)
        .join(' · ')}
    </option>
  ));
}
