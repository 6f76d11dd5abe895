import { useEffect, useState } from 'react';
import type { PreparationItem } from '../../shared/domain/preparation';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { Facts, Tag } from '../components/panel';
import { useCountdown } from '../hooks/use-countdown';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.meeting;

/** What has to be minded in a talk, for those who talk; it hides itself again (plan S40). */
export function NotesDialog({ item, hideSeconds, onClose }: { item: PreparationItem; hideSeconds: number; onClose(): void }) {
  const notes = useAnswer('meeting.notes', { itemId: item.id });
  const { left, begin } = useCountdown();
  const [begun, setBegun] = useState(false);
  const here = notes.value !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted from when it is seen
  useEffect(() => {
    if (!here) return;
    begin(hideSeconds);
    setBegun(true);
  }, [here, hideSeconds]);
  useEffect(() => {
    if (begun && left === 0) {
      const timer = setTimeout(onClose, 250);
      return () => clearTimeout(timer);
    }
  }, [begun, left, onClose]);
  return (
    <Dialog title={item.who} size="wide" aside={left > 0 && <Tag>{T.hideIn(left)}</Tag>} onClose={onClose}>
      <div className="dialog-body">
        {notes.error && <ErrorNotice error={notes.error} />}
        {notes.value?.masked && <Notice level="info">{T.masked}</Notice>}
        {notes.value && notes.value.notes.length === 0 && !notes.value.health && !notes.value.conduct && (
          <p className="empty">{T.noNotes}</p>
        )}
        {notes.value && (
          <Facts
            className="prep-notes"
            items={[
              ...notes.value.notes.map(({ arrangement, detail }) => [arrangement, detail] as const),
              ...(notes.value.health ? [[T.health, notes.value.health] as const] : []),
              ...(notes.value.conduct ? [[T.conduct, notes.value.conduct] as const] : []),
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}
