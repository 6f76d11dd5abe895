import type { InputOf } from '../../shared/contract';
import { ReasonDialog } from '../visit/reason-dialog';
import { TEXTS } from './texts';

interface Props<N extends 'keeping.hold' | 'recording.hold'> {
  request: N;
  /** It is held back already, and is to be let go. */
  held: boolean;
  input(hold: boolean, reason: string): InputOf<N>;
  onDone(): void;
  onClose(): void;
}

/** Something whose term has passed is kept nevertheless, or no longer: with a reason that stays. */
export function HoldDialog<N extends 'keeping.hold' | 'recording.hold'>({ request, held, input, onDone, onClose }: Props<N>) {
  const name = held ? TEXTS.release : TEXTS.hold;
  return (
    <ReasonDialog
      request={request}
      input={(reason) => input(!held, reason)}
      heading={name}
      title={held ? TEXTS.releaseSays : TEXTS.holdSays}
      button={name}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
