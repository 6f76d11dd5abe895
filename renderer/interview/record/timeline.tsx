import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { type InterviewNote, NOTE_KIND_NAMES, type NoteKind } from '../../../shared/domain/interview';
import { Button } from '../../components/button';
import { Tag, type TagTone } from '../../components/panel';
import { TEXTS } from '../texts';
import type { Notes } from './use-notes';

const TONES: Record<NoteKind, TagTone> = {
  visitor: 'blue',
  lead: 'good',
  observer: 'warn',
  department: 'plain',
  told: 'plain',
  basis: 'plain',
  mood: 'warn',
  event: 'plain',
  alarm: 'bad',
  amendment: 'bad',
};
const LINE_HEIGHT = 40;

interface Props extends Notes {
  /** Plays the sound from a note's moment. */
  onPlay?: (note: InterviewNote) => void;
}

/** The record as one timeline. Of thousands of lines those exist that are seen; it stays at its end while somebody writes. */
export const Timeline = memo(function Timeline({ notes, more, loadEarlier, onPlay }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const virtual = useVirtualizer({
    count: notes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (i) => notes[i]?.id ?? i,
    overscan: 8,
  });
  const last = notes.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another line is the last
  useLayoutEffect(() => {
    if (atEnd.current && notes.length > 0) virtual.scrollToIndex(notes.length - 1, { align: 'end' });
  }, [last]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = (): void => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 2 * LINE_HEIGHT;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, []);

  return (
    <div className="timeline" ref={scroller} role="log" aria-label={TEXTS.record}>
      {more && (
        <Button kind="quiet" className="timeline-more" onClick={loadEarlier}>
          {TEXTS.earlier}
        </Button>
      )}
      {notes.length === 0 && <p className="empty">{TEXTS.empty}</p>}
      <div role="presentation" className="timeline-inside" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const note = notes[item.index];
          if (!note) return null;
          return (
            <div
              key={note.id}
              ref={virtual.measureElement}
              data-index={item.index}
              className={`timeline-row timeline-${note.kind}`}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Line note={note} onPlay={onPlay} />
            </div>
          );
        })}
      </div>
    </div>
  );
});

function Line({ note, onPlay }: { note: InterviewNote; onPlay?: (note: InterviewNote) => void }) {
  const time = TEXTS.clock(note.elapsed);
  return (
    <>
      {onPlay ? (
        <button type="button" className="timeline-time" onClick={() => onPlay(note)}>
          {time}
        </button>
      ) : (
        <span className="timeline-time">{time}</span>
      )}
      <Tag tone={TONES[note.kind]}>{NOTE_KIND_NAMES[note.kind]}</Tag>
      <div className="timeline-text">
        {note.amends && <small>{TEXTS.amending(note.amends)}</small>}
        {note.text}
        {note.observer && <small>{TEXTS.markedBy(note.observer, note.staffName)}</small>}
        {note.citation && (
          <small>
            {note.citation.words}
            {note.citation.digest ? TEXTS.digest : ` ${note.citation.version}`}
          </small>
        )}
      </div>
      <span className="timeline-who">{note.staffName}</span>
    </>
  );
}
