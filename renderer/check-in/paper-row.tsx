import { useFormContext, useWatch } from 'react-hook-form';
import { queueNumber } from '../../shared/rules/card-number';
import { paperCardNo } from '../../shared/rules/paper-visit';
import { SelectField, TextField } from '../components/field';
import { useSession } from '../stores/session';
import { useDesk } from './desk-context';
import type { CheckInForm } from './form-values';
import { TEXTS } from './texts';
import { useField } from './use-field';

/** 补录: what only the paper card knows. */
export function PaperRow() {
  const { paper } = useDesk();
  return paper ? <Row /> : null;
}

function Row() {
  const { settings, rules } = useDesk();
  const { control, setValue } = useFormContext<CheckInForm>();
  const cardNo = useField('paper.cardNo');
  const date = useField('paper.date');
  const arrived = useField('paper.arrived');
  const left = useField('paper.left');
  const typed = useWatch({ control, name: 'paper' });
  const deskCode = useSession((s) => s.program?.deskCode);
  const letter = settings.hall.desks.find((desk) => desk.code === deskCode)?.letter ?? 'A';
  const number = typed.cardNo.trim() === '' ? null : paperCardNo(Number(typed.cardNo.normalize('NFKC')), rules);
  return (
    <fieldset className="block paper" aria-label={TEXTS.backfillTitle}>
      <p className="tone-quiet paper-hint">{TEXTS.backfillHint}</p>
      <div className="row">
        <TextField
          label={TEXTS.paperCardNo}
          className="w-paper"
          inputMode="numeric"
          maxLength={4}
          required
          note={number === null ? undefined : TEXTS.paperCardNote(queueNumber(letter, number))}
          noteTone="good"
          {...cardNo}
        />
        <TextField type="date" label={TEXTS.paperDate} className="w-day" required {...date} />
        <TextField label={TEXTS.paperArrived} className="w-time" maxLength={5} required placeholder="9:30" {...arrived} />
        <SelectField
          label={TEXTS.paperNow}
          className="w-sex"
          value={typed.stillHere ? 'here' : 'gone'}
          onChange={(event) => setValue('paper.stillHere', event.target.value === 'here', { shouldDirty: true })}
        >
          <option value="gone">{TEXTS.paperGone}</option>
          <option value="here">{TEXTS.paperHere}</option>
        </SelectField>
        {!typed.stillHere && <TextField label={TEXTS.paperLeft} className="w-time" maxLength={5} required placeholder="11:00" {...left} />}
      </div>
    </fieldset>
  );
}
