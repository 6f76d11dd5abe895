import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { InterviewView } from '../../../shared/contract/interviews';
import { SIGNED_HOW, SIGNED_HOW_NAMES, type SignedHow, type SigningInput } from '../../../shared/domain/interview';
import { AskForm } from '../../components/ask-form';
import { Button } from '../../components/button';
import { CheckBox, RadioChips } from '../../components/check';
import { SelectField, TextField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { useAnswer, useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';
import { SignaturePad } from './signature-pad';

/** The visitor signs the record: on this screen, on paper that is scanned in, or not at all before a witness. */
export function SignDialog({ interview, onClose }: { interview: InterviewView; onClose(): void }) {
  const signing = useRequest('interview.sign');
  const scanning = useRequest('attachment.addFiles');
  const papers = useAnswer('attachment.list', { visitId: interview.visitId });
  const [requestId] = useState(() => uuid());
  const [how, setHow] = useState<SignedHow>('screen');
  const [readBack, setReadBack] = useState(true);
  const [image, setImage] = useState('');
  const [attachmentId, setAttachmentId] = useState('');
  const [refusal, setRefusal] = useState({ reason: '', witness: '' });
  const fieldError = (name: string): string | undefined => signing.error?.fields?.[`signing.${name}`];

  const sign = async (): Promise<boolean> => {
    const input: Record<SignedHow, SigningInput> = {
      screen: { how: 'screen', image, readBack },
      paper: { how: 'paper', attachmentId, readBack },
      refused: { how: 'refused', ...refusal, readBack },
    };
    return (await signing.run({ requestId, id: interview.id, signing: input[how] })).ok;
  };
  const scan = async (): Promise<void> => {
    const about = { name: TEXTS.signedPaper, copies: 1, original: true };
    const added = await scanning.run({ visitId: interview.visitId, about });
    if (added.ok && added.value.added > 0) papers.reload();
  };
  return (
    <AskForm
      title={TEXTS.sign}
      size="wide"
      button={TEXTS.doSign}
      busy={signing.busy}
      error={signing.error}
      onSubmit={sign}
      onClose={onClose}
    >
      <p className="tone-quiet">{TEXTS.signSentence}</p>
      <RadioChips<SignedHow>
        label={TEXTS.signHow}
        begins
        options={SIGNED_HOW.map((value) => ({ value, label: SIGNED_HOW_NAMES[value] }))}
        value={how}
        onChange={setHow}
      />
      {how === 'screen' && <SignaturePad error={fieldError('image')} onImage={setImage} />}
      {how === 'paper' && (
        <>
          <SelectField
            label={TEXTS.signedPaper}
            value={attachmentId}
            error={fieldError('attachmentId')}
            onChange={(event) => setAttachmentId(event.target.value)}
          >
            <option value="">{TEXTS.choosePaper}</option>
            {(papers.value ?? [])
              .filter(({ voidReason }) => voidReason === '')
              .map((paper) => (
                <option key={paper.id} value={paper.id}>
                  {paper.name}
                </option>
              ))}
          </SelectField>
          <Button disabled={scanning.busy} onClick={() => void scan()}>
            {TEXTS.addPaper}
          </Button>
          {scanning.error && <ErrorNotice error={scanning.error} />}
        </>
      )}
      {how === 'refused' && (
        <div className="row">
          <TextField
            label={TEXTS.refusedReason}
            maxLength={200}
            value={refusal.reason}
            error={fieldError('reason')}
            onChange={(event) => setRefusal({ ...refusal, reason: event.target.value })}
          />
          <TextField
            label={TEXTS.witness}
            maxLength={60}
            value={refusal.witness}
            error={fieldError('witness')}
            onChange={(event) => setRefusal({ ...refusal, witness: event.target.value })}
          />
        </div>
      )}
      <CheckBox label={TEXTS.readBack} checked={readBack} onChange={(event) => setReadBack(event.target.checked)} />
    </AskForm>
  );
}
