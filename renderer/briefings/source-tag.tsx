import { useState } from 'react';
import type { Source, SourceKind } from '../../shared/domain/briefing';
import { SOURCE_NAMES } from '../../shared/domain/briefing';
import { Button } from '../components/button';
import { Tag } from '../components/panel';
import { useScreen } from '../stores/screen';
import { openTalk } from '../visit/open-talk';
import { TEXTS } from './texts';

/** What can be looked at from here; a day and a promise are looked at on their own screens. */
const OPENS: Partial<Record<SourceKind, (id: string, date: string) => void>> = {
  visit: (id) => useScreen.getState().openVisit(id),
  interview: openTalk,
  incident: (id) => useScreen.getState().show({ kind: 'incident', id }),
  forecast: (id, date) => useScreen.getState().openForecast({ id, date }),
  briefing: (id) => useScreen.getState().openBriefing(id),
};

/** So many are shown before somebody asks for the rest: a day's forecast may be fifty. */
const SHOWN = 8;

/** The records that a sentence came from. @param date the day that the 专报 is about, which a forecast belongs to */
export function SourceTags({ sources, date }: { sources: readonly Source[]; date: string }) {
  const [all, setAll] = useState(false);
  const shown = all ? sources : sources.slice(0, SHOWN);
  return (
    <>
      {sources.length === 0 && <span>{TEXTS.noSource}</span>}
      {shown.map((source) => (
        <SourceTag key={`${source.kind}${source.id}`} source={source} date={date} />
      ))}
      {shown.length < sources.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {TEXTS.moreSources(sources.length - shown.length)}
        </Button>
      )}
    </>
  );
}

/** One of them, and the way to it. */
function SourceTag({ source: { kind, id, label }, date }: { source: Source; date: string }) {
  const open = OPENS[kind];
  if (!open) return <Tag>{label}</Tag>;
  return (
    <button
      type="button"
      className="tag briefing-source-open"
      aria-label={`${SOURCE_NAMES[kind]}：${label}`}
      onClick={() => open(id, date)}
    >
      {label}
    </button>
  );
}
