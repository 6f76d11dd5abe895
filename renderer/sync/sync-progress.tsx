import type { SyncView } from '../../shared/domain/sync';
import { percentOf, progressWords } from '../../shared/rules/sync-words';
import { TEXTS } from './texts';

/** How far a first sync is. It holds up nothing. */
export function SyncProgress({ progress, first }: { progress: NonNullable<SyncView['progress']>; first: boolean }) {
  const { done, total } = progress;
  return (
    <div className="sync-progress">
      <p role="status">
        {progressWords(progress, first)}（{percentOf(progress)}%）
      </p>
      <progress aria-label={TEXTS.progress} {...(total > 0 ? { value: Math.min(done, total), max: total } : {})} />
    </div>
  );
}
