import './recording.css';
import { useRecorder } from './recorder-store';
import { RecordingTime } from './recording-time';
import { TEXTS } from './texts';

/** In the status bar of every screen: that this PC records. */
export function RecordingLine() {
  const phase = useRecorder((store) => store.phase);
  if (phase !== 'recording') return null;
  return (
    <span className="tone-bad">
      <span className="recorder-light" /> {TEXTS.running} <RecordingTime />
    </span>
  );
}
