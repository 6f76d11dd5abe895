import { useState } from 'react';
import type { AppointmentView } from '../../shared/domain/appointments';
import { standingOf } from '../../shared/rules/appointment-standing';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { HoldToReveal } from '../visit/hold-to-reveal';
import { ReasonForm } from '../visit/reason-form';
import { AppointmentFields } from './appointment-fields';
import { TEXTS } from './texts';

interface Props {
  /** Null for a new one. */
  appointment: AppointmentView | null;
  /** What a new one begins with. */
  day: string;
  today: string;
  onSaved(date: string): void;
  onClose(): void;
}

/** One appointment: made, put right, moved to another day, cancelled. A cancelled one is only looked at, and its person telephoned. */
export function AppointmentDialog({ appointment, day, today, onSaved, onClose }: Props) {
  const [cancelling, setCancelling] = useState(false);
  const standing = appointment && standingOf(appointment, today);
  const mayCancel = (standing === 'awaited' || standing === 'missed') && !cancelling;
  useHotkeys(mayCancel ? { F7: () => setCancelling(true) } : {}, { inDialog: true });
  const back = (): void => setCancelling(false);
  return (
    <Dialog
      title={appointment ? TEXTS.edit : TEXTS.new}
      size="wide"
      stage={cancelling ? 'cancel' : 'edit'}
      onClose={cancelling ? back : onClose}
    >
      {appointment && (
        <div className="dialog-body appointment-known">
          {standing === 'missed' && <Notice level="info">{TEXTS.missed}</Notice>}
          {standing === 'cancelled' && <Notice level="warning">{TEXTS.cancelledBecause(appointment.reason)}</Notice>}
          <Known appointment={appointment} />
        </div>
      )}
      {appointment && cancelling && (
        <div className="dialog-body">
          <ReasonForm
            request="appointment.cancel"
            input={(reason) => ({ id: appointment.id, reason })}
            title={TEXTS.cancelTitle}
            button={TEXTS.doCancel}
            danger
            onDone={() => onSaved(appointment.date)}
            onBack={back}
          />
        </div>
      )}
      {!cancelling && standing !== 'cancelled' && (
        <AppointmentFields appointment={appointment} day={day} onSaved={onSaved}>
          {mayCancel && (
            <Button kind="danger" hint="F7" onClick={() => setCancelling(true)}>
              {TEXTS.cancel}
            </Button>
          )}
        </AppointmentFields>
      )}
    </Dialog>
  );
}

function Known({ appointment: { id, name, date, time, phoneMasked, docMasked } }: { appointment: AppointmentView }) {
  const number = (field: 'phone' | 'docNumber', masked: string) => (
    <HoldToReveal
      personId={id}
      field={field}
      masked={masked}
      what={TEXTS.fields[field]}
      name={name}
      reveal={() => ask('appointment.reveal', { id, field })}
    />
  );
  return (
    <Facts
      items={[
        [TEXTS.fields.name, name],
        [TEXTS.fields.time, `${date} ${time}`],
        [TEXTS.fields.phone, number('phone', phoneMasked)],
        [TEXTS.fields.docNumber, number('docNumber', docMasked)],
      ]}
    />
  );
}
