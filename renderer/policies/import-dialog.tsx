import { type FormEvent, useState } from 'react';
import type { PolicyPreview } from '../../shared/contract/policies';
import { POLICY_KIND_NAMES, PolicyKind, type PolicyView } from '../../shared/domain/policies';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { Dialog } from '../components/dialog';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { ImportPreview } from './import-preview';
import { IMPORT } from './texts';

interface Props {
  preview: PolicyPreview;
  policies: readonly PolicyView[];
  onDone(sentence: string): void;
  onClose(): void;
}

/** What the file would become, before anything is stored: looked over, put right, stored with Ctrl+Enter. */
export function ImportDialog({ preview, policies, onDone, onClose }: Props) {
  const storing = useRequest('policy.import');
  const [about, setAbout] = useState(preview.about);
  const [retire, setRetire] = useState<string[]>([]);
  const f = IMPORT.fields;
  const same = policies.filter(({ title, active, digest }) => active && !digest && title === about.title.trim());
  const said = storing.error?.fields ?? {};
  const store = async (): Promise<void> => {
    if (storing.busy) return;
    const chosen = retire.filter((id) => same.some((old) => old.id === id));
    const result = await storing.run({ about, retire: chosen });
    if (result.ok) onDone(IMPORT.done(about.title.trim(), result.value.articles));
  };
  useHotkeys({ 'Ctrl+Enter': () => void store() }, { inDialog: true });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void store();
  };
  const set = (field: 'title' | 'issuer' | 'version' | 'effective') => ({
    value: about[field],
    error: said[`about.${field}`],
    onChange: (event: { target: { value: string } }) => setAbout({ ...about, [field]: event.target.value }),
  });
  return (
    <Dialog title={IMPORT.title} size="wide" onClose={onClose} aside={preview.fileName}>
      <form className="import-form" onSubmit={submit} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body">
          <TextField label={f.title} required maxLength={100} data-autofocus {...set('title')} />
          <div className="row">
            <TextField label={f.issuer} maxLength={60} {...set('issuer')} />
            <TextField label={f.version} maxLength={60} {...set('version')} />
          </div>
          <div className="row">
            <SelectField
              label={f.kind}
              value={about.kind}
              onChange={(event) => setAbout({ ...about, kind: PolicyKind.parse(event.target.value) })}
            >
              {PolicyKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {POLICY_KIND_NAMES[kind]}
                </option>
              ))}
            </SelectField>
            <TextField type="date" label={f.effective} note={IMPORT.effectiveNote} {...set('effective')} />
          </div>
          {same.length > 0 && (
            <div className="import-same">
              <p>{IMPORT.same}</p>
              {same.map((old) => (
                <CheckBox
                  key={old.id}
                  label={IMPORT.retireOld(old.version)}
                  checked={retire.includes(old.id)}
                  onChange={(event) => setRetire(event.target.checked ? [...retire, old.id] : retire.filter((id) => id !== old.id))}
                />
              ))}
            </div>
          )}
          <ImportPreview preview={preview} />
          {storing.error && <ErrorNotice error={storing.error} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            {IMPORT.cancel}
          </Button>
          <Button type="submit" kind="primary" hint="Ctrl+Enter" disabled={storing.busy}>
            {IMPORT.store}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
