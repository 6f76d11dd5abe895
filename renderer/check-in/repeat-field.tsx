import { useFormContext, useWatch } from 'react-hook-form';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { useDesk } from './desk-context';
import type { CheckInForm } from './form-values';
import { TEXTS } from './texts';
import { useField } from './use-field';

/** 初访 or 重访 as worked out from the matter; the clerk may know better, and then says why. */
export function RepeatField() {
  const { repeat } = useDesk();
  const { control, setValue } = useFormContext<CheckInForm>();
  const override = useWatch({ control, name: 'repeatOverride' });
  const repeated = override.on ? override.repeated : repeat.repeated;
  const plain = override.on ? TEXTS.repeatedPlain : TEXTS.repeated(repeat.count);
  const toggle = (): void => {
    const on = !override.on;
    setValue('repeatOverride', { on, repeated: on ? !repeat.repeated : false, reason: '' }, { shouldDirty: true });
  };
  return (
    <div className="field repeat">
      <span className="field-label">{TEXTS.repeat}</span>
      <div className="shown">
        <span className={repeat.marked && repeated ? 'tone-bad' : ''}>{repeated ? plain : TEXTS.first}</span>
        <Button kind="quiet" className="shown-act" title={TEXTS.workedOut} onClick={toggle}>
          {override.on ? TEXTS.undoCorrect : TEXTS.correctRepeat}
        </Button>
      </div>
      {override.on && <Reason />}
    </div>
  );
}

function Reason() {
  const reason = useField('repeatOverride.reason');
  return <TextField label={TEXTS.repeatReason} labelHidden dense placeholder={TEXTS.repeatReason} maxLength={100} {...reason} />;
}
