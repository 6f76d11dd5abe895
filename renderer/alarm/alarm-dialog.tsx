import './alarm.css';
import { useRef, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { IncidentCode } from '../../shared/domain/incident-plan';
import { Button, KeyHint } from '../components/button';
import { Dialog } from '../components/dialog';
import { SelectField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useNow } from '../hooks/use-now';
import { useRequest } from '../hooks/use-request';
import { FalseAlarmForm } from './false-alarm-form';
import { TEXTS } from './texts';
import { UnheardNotice } from './unheard-notice';
import { useDigits, usePlanMenu } from './use-plan-menu';

/**
 * What stands in front from the key until the alarm is out. It cannot be dismissed: a digit, 「确认报警」, ten seconds, or
 * 「误报」 with a reason end it.
 */
export function AlarmDialog({ pending }: { pending: OutputOf<'alarm.pending'> }) {
  const { id } = pending;
  const menu = usePlanMenu();
  const digits = useDigits(menu);
  const confirm = useRequest('alarm.confirm');
  const [code, setCode] = useState<IncidentCode | ''>('');
  const [asking, setAsking] = useState(false);
  const once = useRef(false);
  const send = async (chosen: IncidentCode | ''): Promise<void> => {
    if (once.current) return;
    once.current = true;
    await confirm.run({ id, code: chosen });
    once.current = false;
  };
  const byDigit = Object.fromEntries(digits.map((plan) => [plan.digit, () => void send(plan.code)]));
  useHotkeys({ ...byDigit, Enter: () => void send(code) }, { inDialog: true, enabled: !asking });

  return (
    <Dialog title={TEXTS.title} size="wide" aside={<Kept pending={pending} />}>
      <div className="dialog-body alarm">
        {pending.message && <Notice level={pending.kept === 'failed' ? 'error' : 'warning'}>{pending.message}</Notice>}
        {confirm.error && <ErrorNotice error={confirm.error} />}
        <UnheardNotice kept={pending.kept === 'early' || pending.kept === 'failed'} />
        <p className="alarm-choose">{TEXTS.choose}</p>
        <div className="alarm-types">
          {digits.map((plan) => (
            <button key={plan.code} type="button" className="alarm-type" onClick={() => void send(plan.code)}>
              <KeyHint keys={plan.digit} />
              {plan.name}
            </button>
          ))}
        </div>
      </div>
      {asking ? (
        <FalseAlarmForm id={id} onBack={() => setAsking(false)} />
      ) : (
        <div className="dialog-foot alarm-foot">
          <Button onClick={() => setAsking(true)}>{TEXTS.falseAlarm}</Button>
          <SelectField
            dense
            className="alarm-other"
            label={TEXTS.otherType}
            value={code}
            onChange={(event) => setCode(event.target.value as IncidentCode | '')}
          >
            <option value="">{TEXTS.unknown}</option>
            {menu.map((each) => (
              <option key={each.code} value={each.code}>{`${each.code} ${each.name}`}</option>
            ))}
          </SelectField>
          <Button kind="primary" hint="Enter" data-autofocus onClick={() => void send(code)}>
            {TEXTS.confirm}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

/** That it is on the disk, and how long it still waits. */
function Kept({ pending }: { pending: OutputOf<'alarm.pending'> }) {
  const now = useNow(250);
  const left = Math.max(0, Math.ceil((pending.sendsAt - now) / 1000));
  return (
    <>
      <span>{TEXTS.raisedAt(pending.raisedAt)}</span>
      <strong role="status" className={pending.kept === 'failed' ? 'tone-bad' : pending.kept === 'saving' ? 'tone-quiet' : 'tone-good'}>
        {TEXTS.kept[pending.kept]}
      </strong>
      <span className="alarm-left">{left > 0 ? TEXTS.sendsIn(left) : TEXTS.sending}</span>
    </>
  );
}
