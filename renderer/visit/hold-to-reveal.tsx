import { type KeyboardEvent, useRef, useState } from 'react';
import type { Result } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

interface Props {
  personId: string;
  field: 'docNumber' | 'phone';
  masked: string;
  what: string;
  name: string;
  /** Of something that is no person yet: how it is asked for. */
  reveal?(): Promise<Result<{ value: string }>>;
}

/**
 * The mask is lifted only while the button is held (or Space, Enter), and each time is written into the audit trail.
 * The value is forgotten on release.
 */
export function HoldToReveal({ personId, field, masked, what, name, reveal }: Props) {
  const may = useMayAsk('person.reveal');
  const [shown, setShown] = useState<string | null>(null);
  const holding = useRef(0);

  const hold = async (): Promise<void> => {
    const mine = ++holding.current;
    const result = await (reveal?.() ?? ask('person.reveal', { personId, field }));
    if (mine === holding.current) setShown(result.ok ? result.value.value : result.error.message);
  };
  const release = (): void => {
    holding.current++;
    setShown(null);
  };
  const isHoldKey = (event: KeyboardEvent): boolean => event.key === ' ' || event.key === 'Enter';

  if (!masked) return <span>{TEXTS.none}</span>;
  return (
    <span className="reveal">
      <span className={`reveal-value reveal-${field}`}>{shown ?? masked}</span>
      {may && (
        <Button
          kind="quiet"
          aria-label={TEXTS.hold}
          title={TEXTS.holdFor(what, name)}
          onPointerDown={() => void hold()}
          onPointerUp={release}
          onPointerLeave={release}
          onPointerCancel={release}
          onBlur={release}
          onKeyDown={(event) => {
            if (!isHoldKey(event)) return;
            event.preventDefault();
            if (!event.repeat) void hold();
          }}
          onKeyUp={(event) => isHoldKey(event) && release()}
          onContextMenu={(event) => event.preventDefault()}
        >
          {TEXTS.hold}
        </Button>
      )}
    </span>
  );
}
