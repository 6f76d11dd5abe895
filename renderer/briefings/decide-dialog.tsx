import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { BriefingView } from '../../shared/domain/briefing';
import { AskForm } from '../components/ask-form';
import { RadioChips } from '../components/check';
import { PinField, SelectField, TextArea } from '../components/field';
import { Notice } from '../components/notice';
import { StaffOptions } from '../components/staff-options';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useTyped } from '../hooks/use-typed';
import { TEXTS } from './texts';

interface Props {
  briefing: BriefingView;
  step: 'review' | 'sign';
  onDone(said: string): void;
  onClose(): void;
}

/** 审核 or 签发 by a person with a PIN of their own, whoever sits at the desk; or back with a reason. */
export function DecideDialog({ briefing, step, onDone, onClose }: Props) {
  const asked = useAnswer('briefing.signers', { id: briefing.id, step });
  const signers = asked.value;
  const deciding = useRequest('briefing.decide');
  const [requestId] = useState(() => uuid());
  const [verdict, setVerdict] = useState<'approve' | 'return'>('approve');
  const { typed: reason, change: setReason, discard } = useTyped(`briefing-return:${briefing.id}`, z.string(), '');
  const [signerId, setSignerId] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { error } = deciding;
  const wrong = {
    ...(signerId === '' && { signerId: TEXTS.chooseSigner }),
    ...(!/^\d{4,12}$/.test(code) && { code: TEXTS.typePin }),
    ...(verdict === 'return' && reason.trim() === '' && { reason: TEXTS.typeReason }),
  } as Partial<Record<'signerId' | 'code' | 'reason', string>>;
  const beside = tried ? wrong : {};
  const aboutPin = error?.code === 'wrong-pin' || error?.code === 'wait' ? error.message : error?.fields?.code;
  const submit = async (): Promise<boolean> => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return false;
    const result = await deciding.run({ requestId, id: briefing.id, step, verdict, reason: reason.trim(), signerId, code });
    if (!result.ok) return false;
    await discard();
    const { approve } = TEXTS.decided;
    onDone(verdict === 'return' ? TEXTS.decided.return : step === 'sign' ? approve.sign(result.value.number) : approve.review);
    return true;
  };
  const elsewhere = step === 'sign' && !briefing.issuing.here;
  return (
    <AskForm
      title={TEXTS.decideTitle[step]}
      button={TEXTS.verdicts[step][verdict]}
      busy={deciding.busy}
      error={aboutPin ? undefined : (error ?? asked.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      {elsewhere && <Notice level="warning">{TEXTS.numberedElsewhere(briefing.issuing.deskName)}</Notice>}
      <RadioChips
        label={TEXTS.verdict}
        begins
        options={[
          { value: 'approve', label: TEXTS.verdicts[step].approve },
          { value: 'return', label: TEXTS.verdicts[step].return },
        ]}
        value={verdict}
        onChange={(chosen) => setVerdict(chosen as 'approve' | 'return')}
      />
      {verdict === 'return' && (
        <TextArea
          label={TEXTS.reason}
          rows={3}
          maxLength={500}
          value={reason}
          error={beside.reason ?? error?.fields?.reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="row">
        <SelectField
          label={TEXTS.signer[step]}
          value={signerId}
          error={beside.signerId ?? error?.fields?.signerId ?? (signers?.length === 0 ? TEXTS.nobody : undefined)}
          onChange={(event) => setSignerId(event.target.value)}
        >
          <option value="">{TEXTS.chooseSigner}</option>
          <StaffOptions people={signers ?? []} apart={({ id }) => id.slice(-4)} />
        </SelectField>
        <PinField label={TEXTS.pin} value={code} error={beside.code ?? aboutPin} onChange={(event) => setCode(event.target.value)} />
      </div>
    </AskForm>
  );
}
