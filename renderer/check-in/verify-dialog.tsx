import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Verification } from '../../shared/contract/visits';
import { VERIFICATION_NAMES, type VerificationResult } from '../../shared/domain/visit';
import { DOCUMENT_NAMES, showsDocument } from '../../shared/rules/identity';
import { maskDocument } from '../../shared/rules/mask';
import { Button } from '../components/button';
import { RadioChips } from '../components/check';
import { Dialog } from '../components/dialog';
import { PinField, SelectField, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { StaffOptions } from '../components/staff-options';
import { useCountdown } from '../hooks/use-countdown';
import { useAnswer, useRequest } from '../hooks/use-request';
import type { PersonForm } from './form-values';
import { TEXTS } from './texts';

interface Props {
  person: PersonForm;
  /** As the rules write it; empty where none is shown. */
  docNumber: string;
  onConfirmed(verification: Verification, reason: string): void;
  onClose(): void;
}

const offered = (person: PersonForm): VerificationResult[] => {
  if (person.docType === 'anonymous') return ['anonymous'];
  return showsDocument(person.docType) ? ['match', 'unverified'] : ['unverified'];
};

/** A second person looks at the document and says so with a code of their own: never the clerk alone. */
export function VerifyDialog({ person, docNumber, onConfirmed, onClose }: Props) {
  const checkers = useAnswer('verification.checkers', {});
  const confirm = useRequest('verification.confirm');
  const delay = useCountdown();
  const results = offered(person);
  const [checkerId, setCheckerId] = useState('');
  const [code, setCode] = useState('');
  const [result, setResult] = useState<VerificationResult>(results[0] ?? 'unverified');
  const [reason, setReason] = useState(person.docType === 'none' ? person.noDocumentReason : '');
  const codeField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  /** Enter came before the list of checkers: a code that is typed at once is not typed for nothing. */
  const early = useRef(false);
  const people = checkers.value ?? [];

  useEffect(() => {
    // The guards come first; usually there is one, and only the code is left to type.
    const first = checkers.value?.find((c) => c.guard) ?? checkers.value?.[0];
    if (first) setCheckerId((id) => id || first.id);
  }, [checkers.value]);
  useEffect(() => {
    if (!early.current || !checkerId) return;
    early.current = false;
    form.current?.requestSubmit();
  }, [checkerId]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    early.current = checkers.value === undefined;
    if (confirm.busy || delay.left > 0 || people.length === 0) return;
    if (!code) return codeField.current?.focus();
    const answer = await confirm.run({ checkerId, code, result, reason: reason.trim(), docType: person.docType, docNumber });
    if (answer.ok) return onConfirmed(answer.value, reason.trim());
    setCode('');
    if (answer.error.waitSeconds) delay.begin(answer.error.waitSeconds);
    if (!answer.error.fields?.reason) codeField.current?.focus();
  };

  const said = confirm.error?.fields ?? {};
  const aboutCode = confirm.error?.code === 'wrong-pin' || confirm.error?.code === 'wait';
  const codeError = delay.left > 0 ? TEXTS.wait(delay.left) : aboutCode ? confirm.error?.message : said.code;
  const unplaced = confirm.error && !aboutCode && !said.reason && !said.checkerId ? confirm.error : undefined;
  return (
    <Dialog title={TEXTS.verify} onClose={onClose}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog-body">
          <p className="verify-what">
            <strong>{person.name || '—'}</strong> {DOCUMENT_NAMES[person.docType]} {docNumber && maskDocument(docNumber)}
          </p>
          {checkers.error && <ErrorNotice error={checkers.error} />}
          {checkers.value?.length === 0 && <Notice level="warning">{TEXTS.noCheckers}</Notice>}
          <div className="row">
            <SelectField
              label={TEXTS.checker}
              value={checkerId}
              error={said.checkerId}
              onChange={(event) => {
                setCheckerId(event.target.value);
                setCode('');
                confirm.clear();
                delay.begin(0);
              }}
            >
              <StaffOptions people={people} apart={(c) => (c.guard ? TEXTS.guardMark : TEXTS.otherMark)} />
            </SelectField>
            <PinField
              ref={codeField}
              data-autofocus
              label={TEXTS.code}
              note={TEXTS.codeHint}
              value={code}
              error={codeError}
              onChange={(event) => setCode(event.target.value)}
            />
          </div>
          <RadioChips<VerificationResult>
            label={TEXTS.result}
            options={results.map((value) => ({ value, label: VERIFICATION_NAMES[value] }))}
            value={result}
            onChange={setResult}
          />
          {result === 'unverified' && (
            <TextField
              label={TEXTS.reason}
              required
              maxLength={100}
              value={reason}
              error={said.reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
          {unplaced && <ErrorNotice error={unplaced} more={Object.values(said)} />}
        </div>
        <div className="dialog-foot">
          <Button type="submit" kind="primary" hint="Enter" disabled={confirm.busy}>
            {TEXTS.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
