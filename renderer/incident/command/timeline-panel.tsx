import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useLayoutEffect, useRef } from 'react';
import type { TimelineEntry } from '../../../shared/domain/incident';
import { stampOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { useSession } from '../../stores/session';
import { useDeskName } from '../../sync/use-desk-name';
import { TEXTS } from '../texts';

const LINE = 34;

/** The timeline, newest below. Of hundreds of lines those exist that are seen; it stays at its end. */
export const TimelinePanel = memo(function TimelinePanel({
  entries,
  onCorrect,
  onLook,
}: {
  entries: readonly TimelineEntry[];
  onCorrect?: (entry: TimelineEntry) => void;
  onLook(attachmentId: string): void;
}) {
  const own = useSession((s) => s.program?.deskCode);
  const nameOf = useDeskName();
  const scroller: RefObject<HTMLDivElement | null> = useRef(null);
  const corrected = new Set(entries.flatMap(({ data }) => (data.kind === 'correction' ? [data.entryId] : [])));
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (i) => entries[i]?.id ?? i,
    overscan: 8,
  });
  const last = entries.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another line is the last
  useLayoutEffect(() => {
    if (entries.length > 0) virtual.scrollToIndex(entries.length - 1, { align: 'end' });
  }, [last]);
  return (
    <div className="incident-timeline" ref={scroller} role="log" aria-label={TEXTS.timeline}>
      {entries.length === 0 && <p className="empty">{TEXTS.noLines}</p>}
      <div role="presentation" className="timeline-inside" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const entry = entries[item.index];
          if (!entry) return null;
          const was = corrected.has(entry.id);
          return (
            <div
              key={entry.id}
              ref={virtual.measureElement}
              data-index={item.index}
              className={`incident-row entry-${entry.data.kind} ${was ? 'entry-corrected' : ''}`}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span className="timeline-time" title={stampOf(entry.at)}>
                {stampOf(entry.at).slice(11)}
              </span>
              <span className="incident-said">
                {entry.text}
                {was && <small>{TEXTS.corrected}</small>}
                {entry.data.kind === 'photo' && <LookAt attachmentId={entry.data.attachmentId} onLook={onLook} />}
              </span>
              <span className="timeline-who">
                {[entry.deskCode !== own && nameOf(entry.deskCode), entry.staffName].filter(Boolean).join(' ')}
              </span>
              {onCorrect && !was && entry.data.kind !== 'correction' && (
                <Button
                  kind="quiet"
                  className="entry-correct"
                  aria-label={`${TEXTS.correct}：${entry.text}`}
                  onClick={() => onCorrect(entry)}
                >
                  {TEXTS.correct}
                </Button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});

function LookAt({ attachmentId, onLook }: { attachmentId: string; onLook(attachmentId: string): void }) {
  return (
    <Button kind="quiet" onClick={() => onLook(attachmentId)}>
      {TEXTS.look}
    </Button>
  );
}
