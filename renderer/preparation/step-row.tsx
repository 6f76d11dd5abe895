import type { StepState, StepView } from '../../shared/domain/preparation';
import { minutesLate } from '../../shared/rules/preparation';
import { timeOf } from '../../shared/rules/time';
import { Tag, type TagTone } from '../components/panel';
import { TEXTS } from './texts';

const TONES: Record<StepState, TagTone> = { open: 'blue', done: 'good', omitted: 'plain' };

/** Until when; one that is compressed has no time of its own, only before the talk. */
export const dueWords = ({ dueAt, compressed }: Pick<StepView, 'dueAt' | 'compressed'>): string =>
  dueAt === null ? '' : compressed ? TEXTS.beforeTalk(timeOf(dueAt)) : timeOf(dueAt);

/** One step: until when, what, how it stands against its time, and what it still wants. */
export function StepRow({ step, now }: { step: StepView; now: number }) {
  const { name, dueAt, compressed, state, doneAt, byName, note, missing } = step;
  const late = state === 'omitted' ? 0 : minutesLate(dueAt, doneAt ?? now);
  const words = state === 'open' ? missing : note;
  return (
    <div className="organisation-row step-columns">
      <span className={compressed ? 'tone-warn' : undefined}>{dueWords(step) || '—'}</span>
      <b title={name}>{name}</b>
      <span className="roster-tags">
        <Tag tone={state === 'open' && late > 0 ? 'bad' : TONES[state]}>{TEXTS.states[state]}</Tag>
        {late > 0 && <Tag tone={state === 'open' ? 'bad' : 'warn'}>{TEXTS.late(late)}</Tag>}
      </span>
      <span className="step-words" title={words}>
        <span>{words}</span>
        {doneAt !== null && <small className="tone-quiet">{TEXTS.doneBy(byName, timeOf(doneAt))}</small>}
      </span>
    </div>
  );
}
