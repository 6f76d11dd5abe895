import { useFormContext } from 'react-hook-form';
import { Button } from '../components/button';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useDesk } from './desk-context';
import { type CheckInForm, noPaper } from './form-values';
import { TEXTS } from './texts';

/** 补录: the desk types in paper cards until it says that it is done. What is typed already stays. */
export function PaperSwitch() {
  const { paper, today, active } = useDesk();
  const form = useFormContext<CheckInForm>();
  const turn = (): void => {
    form.setValue('paper', { ...noPaper(today), on: !paper }, { shouldDirty: true });
    // After the picture: the row is not there yet.
    requestAnimationFrame(() => form.setFocus(paper ? 'people.0.docNumber' : 'paper.cardNo'));
  };
  useHotkeys({ 'Ctrl+B': turn }, { enabled: active });
  return (
    <Button kind="quiet" className="paper-switch" hint="Ctrl+B" aria-pressed={paper} onClick={turn}>
      {paper ? TEXTS.endBackfill : TEXTS.backfill}
    </Button>
  );
}
