import type { Source, SourceKind } from '../../shared/domain/briefing';
import { SOURCE_NAMES } from '../../shared/domain/briefing';
import { Tag } from '../components/panel';
import { useScreen } from '../stores/screen';
import { openTalk } from '../visit/open-talk';

/** What can be looked at from here; a day and a promise are looked at on their own screens. */
const OPENS: Partial<Record<SourceKind, (id: string, date: string) => void>> = {
  visit: (id) => useScreen.getState().openVisit(id),
  interview: openTalk,
  incident: (id) => useScreen.getState().show({ kind: 'incident', id }),
  forecast: (id, date) => useScreen.getState().openForecast({ id, date }),
  briefing: (id) => useScreen.getState().openBriefing(id),
};

/** The record that a sentence came from, and the way to it. @param date the day that the 专报 is about, which a forecast belongs to */
export function SourceTag({ source: { kind, id, label }, date }: { source: Source; date: string }) {
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
