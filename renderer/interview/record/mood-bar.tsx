import type { InterviewView } from '../../../shared/contract/interviews';
import { MOOD_NAMES, MOODS, type Mood } from '../../../shared/domain/interview';
import { KeyHint } from '../../components/button';
import { ErrorNotice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';

/** The observer's scale, one key each; pressing the same again marks it again. */
export function MoodBar({ interview, readOnly }: { interview: InterviewView; readOnly: boolean }) {
  const marking = useRequest('interview.mood');
  const mark = (mood: Mood): void => {
    // Two marks in quick succession are two marks.
    if (!readOnly) void marking.run({ id: interview.id, mood });
  };
  useHotkeys(Object.fromEntries(MOODS.map((mood, i) => [`Alt+${6 + i}`, () => mark(mood)])), { enabled: !readOnly });
  return (
    <Panel title={TEXTS.mood} className="talk-mood">
      <div className="mood-bar">
        {MOODS.map((mood, i) => (
          <button
            key={mood}
            type="button"
            className={`mood mood-${mood}`}
            aria-pressed={interview.mood === mood}
            disabled={readOnly}
            onClick={() => mark(mood)}
          >
            {MOOD_NAMES[mood]}
            <KeyHint keys={`Alt+${6 + i}`} />
          </button>
        ))}
      </div>
      {marking.error && <ErrorNotice error={marking.error} onDismiss={marking.clear} />}
    </Panel>
  );
}
