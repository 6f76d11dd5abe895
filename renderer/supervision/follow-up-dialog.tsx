import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { FEEDBACK_METHODS, FOLLOW_UP_NAMES, FOLLOW_UPS, type FollowUpKind, PROCEDURES, SATISFACTION } from '../../shared/domain/follow-up';
import { FOLLOW_UP_RULES } from '../../shared/rules/follow-up';
import { dayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { NumberField, SelectField, TextArea, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';

/** 记事: what was done, when, by which way, to whom; only what that kind needs is asked. */
export function FollowUpDialog({ matterId, onClose }: { matterId: string; onClose(): void }) {
  const adding = useRequest('supervision.add');
  const [requestId] = useState(() => uuid());
  const [kind, setKind] = useState<FollowUpKind>('progress');
  const [typed, setTyped] = useState({ day: dayOf(programNow()), text: '', to: '', method: '', number: 0 });
  const promises = useLive('supervision.matter', { matterId }).value?.promises ?? [];
  const owed = promises.filter(({ state }) => state === 'open').map(({ label }) => label);
  const { needs } = FOLLOW_UP_RULES[kind];
  const wrong = (field: string): string | undefined => adding.error?.fields?.[`input.${field}`];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (adding.busy) return;
    const result = await adding.run({ requestId, input: { matterId, kind, ...typed } });
    if (result.ok) onClose();
  };
  return (
    <Dialog title={TEXTS.add} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body">
          <div className="row">
            <SelectField
              label={TEXTS.what}
              data-autofocus
              value={kind}
              error={wrong('kind')}
              onChange={(event) => {
                setKind(event.target.value as FollowUpKind);
                setTyped({ ...typed, method: '', number: 0 });
                adding.clear();
              }}
            >
              {FOLLOW_UPS.map((each) => (
                <option key={each} value={each}>
                  {FOLLOW_UP_NAMES[each]}
                </option>
              ))}
            </SelectField>
            <TextField
              label={TEXTS.day}
              type="date"
              value={typed.day}
              error={wrong('day')}
              onChange={(event) => setTyped({ ...typed, day: event.target.value })}
            />
          </div>
          {kind === 'extended' && (
            <NumberField
              label={TEXTS.days}
              min={1}
              max={30}
              value={typed.number || ''}
              error={wrong('number')}
              onChange={(event) => setTyped({ ...typed, number: Number(event.target.value) })}
            />
          )}
          {kind === 'satisfaction' && (
            <SelectField
              label={TEXTS.score}
              value={typed.number}
              error={wrong('number')}
              onChange={(event) => setTyped({ ...typed, number: Number(event.target.value) })}
            >
              <option value={0}>{TEXTS.choose}</option>
              {SATISFACTION.map((each, i) => (
                <option key={each} value={i + 1}>
                  {each}
                </option>
              ))}
            </SelectField>
          )}
          <div className="row">
            <TextField
              label={TEXTS.to}
              required={needs.includes('to')}
              maxLength={60}
              value={typed.to}
              error={wrong('to')}
              onChange={(event) => setTyped({ ...typed, to: event.target.value })}
            />
            <SelectField
              label={kind === 'accepted' ? TEXTS.procedure : TEXTS.method}
              required={needs.includes('method')}
              value={typed.method}
              error={wrong('method')}
              onChange={(event) => setTyped({ ...typed, method: event.target.value })}
            >
              <option value="">{TEXTS.choose}</option>
              {(kind === 'accepted' ? PROCEDURES : FEEDBACK_METHODS).map((each) => (
                <option key={each}>{each}</option>
              ))}
            </SelectField>
          </div>
          <TextArea
            label={TEXTS.text}
            required={needs.includes('text')}
            rows={4}
            maxLength={5000}
            value={typed.text}
            error={wrong('text')}
            onChange={(event) => setTyped({ ...typed, text: event.target.value })}
          />
          {kind === 'closed' && owed.length > 0 && <Notice level="warning">{TEXTS.endsOpen(owed)}</Notice>}
          {adding.error && Object.keys(adding.error.fields ?? {}).length === 0 && <ErrorNotice error={adding.error} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            {TEXTS.back}
          </Button>
          <Button type="submit" kind="primary" disabled={adding.busy}>
            {TEXTS.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
