import './backup.css';
import type { WorkProgress } from '../../shared/domain/backup';
import { progressWords } from '../../shared/rules/backup-words';

/** How far a long work is, in words and as a bar. */
export function WorkBar({ progress }: { progress: WorkProgress }) {
  const words = progressWords(progress);
  return (
    <div role="status">
      <p className="tone-quiet">{words}</p>
      <progress className="backup-progress" aria-label={words} max={Math.max(progress.total, 1)} value={progress.done} />
    </div>
  );
}
