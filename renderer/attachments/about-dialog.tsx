import { type FormEvent, useState } from 'react';
import type { AddedFiles } from '../../shared/contract/attachments';
import type { AttachmentAbout } from '../../shared/domain/attachments';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { NumberField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useRequest } from '../hooks/use-request';
import { OverDialog } from './over-dialog';
import { TEXTS } from './texts';

interface Props {
  visitId: string;
  /** Where it comes from. */
  from: 'file' | 'photo';
  /** What was typed before, when the way was changed. */
  about: AttachmentAbout;
  onAdded(files: AddedFiles): void;
  onCamera(about: AttachmentAbout): void;
  onClose(): void;
}

/** What it is that was brought, before it is chosen or photographed: a list of files without names helps nobody later. */
export function AboutDialog({ visitId, from, about, onAdded, onCamera, onClose }: Props) {
  const [name, setName] = useState(about.name);
  const [copies, setCopies] = useState(String(about.copies));
  const [original, setOriginal] = useState(about.original);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const adding = useRequest('attachment.addFiles');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const typed = { name: name.trim(), copies: Number(copies), original };
    const wrong = problemsOf(typed);
    setMissing(wrong);
    if (Object.keys(wrong).length > 0 || adding.busy) return;
    if (from === 'photo') return onCamera(typed);
    const result = await adding.run({ visitId, about: typed });
    if (result.ok && result.value.added + result.value.refused.length > 0) onAdded(result.value);
  };
  const said = (field: string): string | undefined => missing[field] ?? adding.error?.fields?.[`about.${field}`];
  return (
    <OverDialog title={from === 'file' ? TEXTS.aboutFile : TEXTS.aboutPhoto} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body">
          <TextField
            label={TEXTS.name}
            required
            maxLength={100}
            data-autofocus
            note={TEXTS.nameNote}
            error={said('name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <NumberField
            label={TEXTS.copies}
            min={1}
            max={999}
            error={said('copies')}
            value={copies}
            onChange={(event) => setCopies(event.target.value)}
          />
          <CheckBox label={TEXTS.keptOriginal} checked={original} onChange={(event) => setOriginal(event.target.checked)} />
          {adding.busy && <p className="tone-quiet">{TEXTS.choosing}</p>}
          {adding.error && <ErrorNotice error={adding.error} />}
        </div>
        <div className="dialog-foot">
          <Button type="submit" kind="primary" hint="Enter" disabled={adding.busy}>
            {from === 'file' ? TEXTS.choose : TEXTS.openCamera}
          </Button>
        </div>
      </form>
    </OverDialog>
  );
}

function problemsOf({ name, copies }: AttachmentAbout): Record<string, string> {
  const problems: Record<string, string> = {};
  if (name === '') problems.name = '请填写材料名称';
  if (!Number.isInteger(copies) || copies < 1 || copies > 999) problems.copies = '份数为 1–999';
  return problems;
}
