import type { BackupSet } from '../../shared/domain/backup';
import { sizeWords } from '../../shared/rules/backup-words';
import { stampOf } from '../../shared/rules/time';
import { TEXTS } from './texts';

/** Backups to choose from, newest first. @param foreign they may be another desk's, and of a demonstration */
export function SetOptions({ sets, foreign = false }: { sets: readonly BackupSet[]; foreign?: boolean }) {
  return sets.map(({ id, madeAt, deskCode, position, bytes, demo, missing }) => (
    <option key={id} value={id}>
      {[
        stampOf(madeAt).slice(0, 16),
        foreign && TEXTS.ofDesk(deskCode),
        TEXTS.saves(position),
        sizeWords(bytes),
        foreign && demo && TEXTS.demo,
        missing > 0 && TEXTS.missing(missing),
      ]
        .filter(Boolean)
        .join(' · ')}
    </option>
  ));
}
