import type { BackupState } from '../../shared/domain/backup';
import { ageWords, troubleWords, whenWords } from '../../shared/rules/backup-words';
import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useNow } from '../hooks/use-now';
import { TEXTS } from './texts';
import { WorkBar } from './work-bar';

/** How the backups stand: the last good one, how old it is, and what keeps the next from being made. */
export function BackupFacts({ state, place }: { state: BackupState; place: boolean }) {
  const now = useNow(30_000);
  const { lastGoodAt, lastReadAt, trouble, progress, sameDisk } = state;
  const when = (at: number | null): string => (at === null ? TEXTS.never : TEXTS.age(whenWords(at, now), ageWords(at, now)));
  return (
    <>
      <Facts
        items={[
          ...(place ? ([[TEXTS.place, state.folder]] as const) : []),
          [TEXTS.last, when(lastGoodAt)],
          [TEXTS.read, when(lastReadAt)],
          [TEXTS.sets, TEXTS.copies(state.sets)],
        ]}
      />
      {progress && <WorkBar progress={progress} />}
      {trouble && (
        <Notice level="warning">
          {troubleWords(trouble)} {lastGoodAt !== null && TEXTS.stays(whenWords(lastGoodAt, now))}
        </Notice>
      )}
      {sameDisk && <Notice level="warning">{TEXTS.sameDisk}</Notice>}
    </>
  );
}
