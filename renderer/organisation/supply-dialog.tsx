import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { SupplyView } from '../../shared/domain/duty';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { NumberField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { ReasonForm } from '../visit/reason-form';
import { TEXTS } from './texts';

const T = TEXTS.supplies;
const FIELDS = ['name', 'unit', 'stock', 'minimum', 'location', 'expires', 'note'] as const;

/** One line of the ledger: entered, put right, taken out with a reason. */
export function SupplyDialog({ supply, onClose }: { supply: SupplyView | null; onClose(): void }) {
  const saving = useRequest('supply.save');
  const [removing, setRemoving] = useState(false);
  const { register, handleSubmit, setFocus } = useForm({
    defaultValues: supply ?? { name: '', unit: '', stock: 0, minimum: 1, location: '', expires: '', note: '' },
  });
  useHotkeys(supply && !removing ? { F7: () => setRemoving(true) } : {}, { inDialog: true });
  const save = handleSubmit(async ({ name, unit, stock, minimum, location, expires, note }) => {
    if (saving.busy) return;
    const result = await saving.run({ id: supply?.id, name, unit, stock, minimum, location, expires, note });
    if (result.ok) return onClose();
    const wrong = FIELDS.find((field) => result.error.fields?.[field]);
    if (wrong) setFocus(wrong);
  });
  const said = saving.error?.fields ?? {};
  const f = T.fields;
  const back = (): void => setRemoving(false);
  return (
    <Dialog
      title={supply ? T.edit(supply.name) : T.new}
      size="wide"
      stage={removing ? 'remove' : 'edit'}
      onClose={removing ? back : onClose}
    >
      {supply && removing ? (
        <div className="dialog-body">
          <ReasonForm
            request="supply.remove"
            input={(reason) => ({ id: supply.id, reason })}
            title={TEXTS.removeReason}
            button={TEXTS.remove}
            danger
            onDone={onClose}
            onBack={back}
          />
        </div>
      ) : (
        <form onSubmit={(event) => void save(event)} onKeyDown={enterSubmits} noValidate>
          <div className="dialog-body">
            <div className="row">
              <TextField label={f.name} required maxLength={30} data-autofocus error={said.name} {...register('name')} />
              <TextField label={f.unit} maxLength={6} note={T.unitNote} error={said.unit} {...register('unit')} />
              <NumberField label={f.stock} required min={0} error={said.stock} {...register('stock', { valueAsNumber: true })} />
              <NumberField label={f.minimum} required min={0} error={said.minimum} {...register('minimum', { valueAsNumber: true })} />
            </div>
            <div className="row">
              <TextField label={f.location} maxLength={40} error={said.location} {...register('location')} />
              <TextField type="date" label={f.expires} note={T.expiresNote} error={said.expires} {...register('expires')} />
              <TextField label={f.note} maxLength={100} error={said.note} {...register('note')} />
            </div>
            {saving.error && <ErrorNotice error={saving.error} />}
          </div>
          <div className="dialog-foot">
            {supply && (
              <Button kind="danger" hint="F7" onClick={() => setRemoving(true)}>
                {TEXTS.remove}
              </Button>
            )}
            <Button type="submit" kind="primary" hint="Enter" disabled={saving.busy}>
              {TEXTS.save}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
