import { useState } from 'react';
import type { DeskSeen } from '../../shared/domain/sync';
import { deskWords } from '../../shared/rules/sync-words';
import { AskForm } from '../components/ask-form';
import { CheckBox } from '../components/check';
import { TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { SYNC } from './sync-texts';

/** 停用 says what it means before it is done, and takes a reason and a tick besides the key. */
export function RevokeDialog({ desk, onDone, onClose }: { desk: DeskSeen; onDone(): void; onClose(): void }) {
  const request = useRequest('sync.revoke');
  const [reason, setReason] = useState('');
  const [sure, setSure] = useState(false);
  const [asked, setAsked] = useState(false);
  const name = deskWords(desk);
  const submit = async (): Promise<boolean> => {
    setAsked(true);
    if (!sure) return false;
    const result = await request.run({ deskCode: desk.code, reason });
    if (result.ok) onDone();
    return result.ok;
  };
  return (
    <AskForm
      title={SYNC.revokeTitle(name)}
      button={SYNC.revoke}
      busy={request.busy}
      error={request.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Notice level="warning">{SYNC.revokeMeans(name)}</Notice>
      <TextField
        label={SYNC.revokeReason}
        data-autofocus
        required
        maxLength={200}
        value={reason}
        error={request.error?.fields?.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <CheckBox
        label={SYNC.revokeSure(name)}
        checked={sure}
        error={asked && !sure ? SYNC.revokeSureFirst : undefined}
        onChange={(event) => setSure(event.target.checked)}
      />
    </AskForm>
  );
}
