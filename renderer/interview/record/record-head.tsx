import type { InterviewView } from '../../../shared/contract/interviews';
import type { Settings } from '../../../shared/domain/settings';
import { SPECIAL_NEED_NAMES } from '../../../shared/domain/visit';
import { Button } from '../../components/button';
import { Tag } from '../../components/panel';
import { TEXTS } from '../texts';
import { Elapsed } from './elapsed';

interface Props {
  interview: InterviewView;
  settings: Settings;
  now: () => number;
  onPause(): void;
  onReplace(): void;
  onJoin(): void;
  onMove(): void;
  onCalm(): void;
  onLetters(): void;
  onBack(): void;
}

/** Whose talk this is, who sits with them, how long already. */
export function RecordHead({ interview, settings, now, onPause, onReplace, onJoin, onMove, onCalm, onLetters, onBack }: Props) {
  const room = settings.hall.rooms.find(({ id }) => id === interview.roomId)?.name ?? '';
  const { team } = interview;
  const people = [TEXTS.lead(team.lead), `记录 ${team.recorder || '—'}`, `观察 ${team.observer || '—'}`, ...team.others];
  const running = interview.state === 'talking' || interview.state === 'paused';
  const letters = (
    <Button hint="Alt+W" onClick={onLetters}>
      {TEXTS.letter}
    </Button>
  );
  return (
    <header className="panel talk-head">
      <Button kind="quiet" hint="Alt+←" aria-label={TEXTS.back} onClick={onBack}>
        ‹
      </Button>
      <b className="talk-number">{interview.queueNumber}</b>
      <div className="talk-about">
        <p>
          <strong>{interview.name}</strong> {interview.heads > 1 && TEXTS.heads(interview.heads)} <span>{interview.summary}</span>{' '}
          {interview.visitCount > 1 && <Tag tone="warn">第 {interview.visitCount} 次来访</Tag>}{' '}
          {interview.needs.map((need) => (
            <Tag key={need} tone="blue">
              {SPECIAL_NEED_NAMES[need]}
            </Tag>
          ))}
          {interview.secret && <Tag tone="bad">保密</Tag>}
        </p>
        <p className="talk-team">
          {room} · {people.join(' · ')}
        </p>
      </div>
      <Elapsed now={now} />
      {!running && letters}
      {running && (
        <span className="talk-acts">
          {letters}
          <Button hint="Alt+P" onClick={onPause}>
            {interview.state === 'paused' ? TEXTS.resume : TEXTS.pause}
          </Button>
          <Button hint="Alt+H" onClick={onReplace}>
            {TEXTS.replace}
          </Button>
          <Button hint="Alt+I" onClick={onJoin}>
            {TEXTS.join}
          </Button>
          <Button hint="Alt+M" onClick={onMove}>
            {TEXTS.move}
          </Button>
          <Button hint="Alt+C" aria-pressed={interview.calmCorner} onClick={onCalm}>
            {TEXTS.calm}
          </Button>
        </span>
      )}
    </header>
  );
}
