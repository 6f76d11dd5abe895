import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { DepositInput } from '../../shared/domain/hall';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { NumberField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

type Typed = z.input<typeof DepositInput>;

/** One thing taken in: what it is, and by what it is known again. */
export function DepositForm({ visitId, onDone, onBack }: { visitId: string; onDone(receiptNo: string): void; onBack(): void }) {
  const deposit = useRequest('item.deposit');
  const form = useForm<Typed, unknown, z.output<typeof DepositInput>>({
    resolver: zodResolver(DepositInput),
    defaultValues: { visitId, name: '', count: 1, feature: '', dangerous: false, consent: false as unknown as true },
  });
  const { errors } = form.formState;
  const save = form.handleSubmit(async (value) => {
    if (deposit.busy) return;
    const result = await deposit.run(value);
    if (result.ok) onDone(result.value.receiptNo);
  });
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <div className="dialog-body">
        <div className="row">
          <TextField label={TEXTS.name} required data-autofocus maxLength={60} error={errors.name?.message} {...form.register('name')} />
          <NumberField label={TEXTS.count} min={1} error={errors.count?.message} {...form.register('count', { valueAsNumber: true })} />
        </div>
        <TextField
          label={TEXTS.feature}
          required
          maxLength={100}
          note={TEXTS.featureNote}
          error={errors.feature?.message}
          {...form.register('feature')}
        />
        <CheckBox label={TEXTS.dangerous} {...form.register('dangerous')} />
        <CheckBox label={TEXTS.depositConsent} error={errors.consent?.message} {...form.register('consent')} />
        {deposit.error && <ErrorNotice error={deposit.error} more={Object.values(deposit.error.fields ?? {})} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Enter" disabled={deposit.busy}>
          {TEXTS.save}
        </Button>
      </div>
    </form>
  );
}
