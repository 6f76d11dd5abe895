import { ErrorNotice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { openTalk } from './open-talk';
import { TalkLine } from './talk-line';
import { TEXTS } from './texts';

/** The visit's talks, newest first; the newest is one key away. */
export function VisitTalks({ visitId }: { visitId: string }) {
  const talks = useAnswer('interview.ofVisit', { visitId });
  const rows = talks.value ?? [];
  const newest = rows.find(({ hidden }) => !hidden);
  useHotkeys({ 'Alt+J': () => newest && openTalk(newest.id) }, { inDialog: true, enabled: newest !== undefined });
  if (rows.length === 0 && !talks.error) return null;
  return (
    <section aria-label={TEXTS.talks}>
      <h3 className="visit-part">{TEXTS.talks}</h3>
      {talks.error && <ErrorNotice error={talks.error} />}
      {rows.map((talk) => (
        <TalkLine key={talk.id} talk={talk} keys={talk === newest ? 'Alt+J' : undefined} />
      ))}
    </section>
  );
}
