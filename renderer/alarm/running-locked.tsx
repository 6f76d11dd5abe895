import './alarm.css';
import { type FormEvent, useState } from 'react';
import type { AlarmView } from '../../shared/domain/incident';
import { LINE_AT_MOST } from '../../shared/domain/incident';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { Tag } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { RunningSince } from '../incident/running-since';
import { useSession } from '../stores/session';
import { useDeskName } from '../sync/use-desk-name';
import { FalseAlarmForm } from './false-alarm-form';
import { TEXTS } from './texts';
import { UnheardNotice } from './unheard-notice';

/**
 * On the lock and sign-in screens while something runs: what to do and what not, one line to write, and the way out for a
 * false alarm. Nothing that was written is shown: strangers may stand before it.
 */
export function RunningLocked() {
  const running = useLive('alarm.running', {}).value ?? [];
  const sent = running.filter(({ state }) => state !== 'pending');
  if (sent.length === 0) return null;
  return (
    <div className="alarm-running">
      <UnheardNotice />
      {sent.map((alarm, i) => (
        <Running key={alarm.id} alarm={alarm} first={i === 0} />
      ))}
    </div>
  );
}

/** @param first the newest: its steps are open, those of the others a key away */
function Running({ alarm, first }: { alarm: AlarmView; first: boolean }) {
  const line = useRequest('alarm.line');
  const [text, setText] = useState('');
  const [written, setWritten] = useState(false);
  const [asking, setAsking] = useState(false);
  const { id, plan } = alarm;
  const own = useSession((s) => s.program?.deskCode);
  const nameOf = useDeskName();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (line.busy || text.trim() === '') return;
    const result = await line.run({ id, text });
    setWritten(result.ok);
    if (result.ok) setText('');
  };
  return (
    <section className="panel alarm-card" aria-label={TEXTS.running}>
      <h2>
        {alarm.drill && <Tag tone="warn">{TEXTS.drill}</Tag>}
        {plan?.neutral ?? TEXTS.noType}{' '}
        <small>{alarm.deskCode === own ? TEXTS.since(alarm.raisedAt) : `${nameOf(alarm.deskCode)} · ${TEXTS.since(alarm.raisedAt)}`}</small>{' '}
        <RunningSince id={id} />
      </h2>
      {plan && (
        <details open={first}>
          <summary>{TEXTS.steps}</summary>
          <ol>
            {plan.steps.map((step) => (
              <li key={step.id}>{step.text}</li>
            ))}
          </ol>
        </details>
      )}
      {plan && plan.mustNots.length > 0 && (
        <p className="tone-bad">
          <b>{TEXTS.mustNot}</b>
          {plan.mustNots.join('；')}
        </p>
      )}
      {asking ? (
        <FalseAlarmForm id={id} onBack={() => setAsking(false)} />
      ) : (
        <form className="alarm-line" onSubmit={(event) => void submit(event)} noValidate>
          <TextField
            label={TEXTS.line}
            maxLength={LINE_AT_MOST}
            value={text}
            error={line.error?.fields?.text}
            note={written ? TEXTS.written : TEXTS.lineHint}
            noteTone={written ? 'good' : 'quiet'}
            onChange={(event) => {
              setText(event.target.value);
              setWritten(false);
            }}
          />
          {alarm.state === 'active' && <Button onClick={() => setAsking(true)}>{TEXTS.falseAlarm}</Button>}
        </form>
      )}
      {line.error && !line.error.fields && <ErrorNotice error={line.error} />}
      <p className="tone-quiet">{TEXTS.lockedHint}</p>
    </section>
  );
}
