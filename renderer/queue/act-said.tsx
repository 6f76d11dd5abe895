import { ErrorNotice, Notice } from '../components/notice';
import type { ActRunner } from './use-act';

/** What was done last, or why not: below the list, where the eye is. */
export function ActSaid({ runner }: { runner: ActRunner }) {
  return (
    <div className="queue-said">
      <div role="status">{runner.done && <Notice level="good">{runner.done}</Notice>}</div>
      {runner.error && <ErrorNotice error={runner.error} />}
    </div>
  );
}
