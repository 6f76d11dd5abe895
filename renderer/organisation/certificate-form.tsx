import { useForm } from 'react-hook-form';
import type { CertificateKind, CertificateView } from '../../shared/domain/duty';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.certificate;

interface Props {
  staffId: string;
  certificate: CertificateView | null;
  kinds: readonly CertificateKind[];
  onSaved(): void;
}

/** One paper: what it is, its number, its last day. */
export function CertificateForm({ staffId, certificate, kinds, onSaved }: Props) {
  const saving = useRequest('certificate.save');
  const { register, handleSubmit, setFocus } = useForm({
    defaultValues: { kind: certificate?.kind ?? '', number: certificate?.number ?? '', expires: certificate?.expires ?? '' },
  });
  const save = handleSubmit(async (typed) => {
    if (saving.busy) return;
    const result = await saving.run({ id: certificate?.id, staffId, ...typed });
    if (result.ok) return onSaved();
    const wrong = (['kind', 'number', 'expires'] as const).find((field) => result.error.fields?.[field]);
    if (wrong) setFocus(wrong);
  });
  const said = saving.error?.fields ?? {};
  return (
    <form onSubmit={(event) => void save(event)} onKeyDown={enterSubmits} noValidate>
      <div className="dialog-body">
        <div className="row">
          <SelectField label={T.kind} required data-autofocus error={said.kind} {...register('kind')}>
            <option value="">{T.choose}</option>
            {kinds.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField label={T.number} required maxLength={40} error={said.number} {...register('number')} />
          <TextField type="date" label={T.expires} required error={said.expires} {...register('expires')} />
        </div>
        {saving.error && <ErrorNotice error={saving.error} />}
      </div>
      <div className="dialog-foot">
        <Button type="submit" kind="primary" hint="Enter" disabled={saving.busy}>
          {TEXTS.save}
        </Button>
      </div>
    </form>
  );
}
