import { Dialog } from '../components/dialog';
import { ReasonForm, type ReasonFormProps, type WithReason } from './reason-form';

type Props<N extends WithReason> = Omit<ReasonFormProps<N>, 'onBack'> & {
  /** What the act is called. */
  heading: string;
  onClose(): void;
};

/** An act that needs a reason, in a dialog of its own that goes when it is done. */
export function ReasonDialog<N extends WithReason>({ heading, onDone, onClose, ...form }: Props<N>) {
  const done = (): void => {
    onDone();
    onClose();
  };
  return (
    <Dialog title={heading} onClose={onClose}>
      <div className="dialog-body">
        <ReasonForm {...form} onDone={done} onBack={onClose} />
      </div>
    </Dialog>
  );
}
