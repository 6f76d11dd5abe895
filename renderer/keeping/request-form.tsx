import { useState } from 'react';
import { REQUEST_KIND_NAMES, REQUEST_KINDS, type RequestKind } from '../../shared/domain/keeping';
import { dayOf } from '../../shared/rules/time';
import { AskForm } from '../components/ask-form';
import { SelectField, TextArea, TextField } from '../components/field';
import { ctrlEnterSubmits } from '../hooks/ctrl-enter-submits';
import { useAnswer, useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';

const NUMBER = /^\d{8}-\d{2}-\d{4}$/;

/** Who asks, by a number of one of their visits; what for, since when and in which way. */
export function RequestForm({ onDone, onClose }: { onDone(): void; onClose(): void }) {
  const add = useRequest('privacy.add');
  const [number, setNumber] = useState('');
  const people = useAnswer('privacy.people', NUMBER.test(number.trim()) ? { number: number.trim() } : null).value;
  const [input, setInput] = useState({ personId: '', kind: 'access' as RequestKind, receivedOn: dayOf(programNow()), how: '', text: '' });
  const [asked, setAsked] = useState(false);
  const fields = add.error?.fields ?? {};
  const personId = input.personId || (people?.length === 1 ? (people[0]?.id ?? '') : '');
  const save = async (): Promise<boolean> => {
    setAsked(true);
    if (personId === '') return false;
    const { ok } = await add.run({ ...input, personId });
    if (ok) onDone();
    return ok;
  };
  return (
    <AskForm title={TEXTS.addTitle} size="wide" busy={add.busy} error={add.error} onSubmit={save} onClose={onClose}>
      <div className="row">
        <TextField
          label={TEXTS.number}
          data-autofocus
          data-takes-scan
          maxLength={40}
          value={number}
          note={people ? undefined : TEXTS.whoFirst}
          error={people?.length === 0 ? TEXTS.notFound : undefined}
          onChange={(event) => setNumber(event.target.value)}
        />
        <SelectField
          label={TEXTS.who}
          value={personId}
          error={asked && personId === '' ? TEXTS.whoMissing : undefined}
          onChange={(event) => setInput({ ...input, personId: event.target.value })}
        >
          <option value="">{TEXTS.nobodyYet}</option>
          {people?.map(({ id, maskedName, docMasked }) => (
            <option key={id} value={id}>
              {maskedName} {docMasked}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="row">
        <SelectField
          label={TEXTS.what}
          value={input.kind}
          onChange={(event) => setInput({ ...input, kind: event.target.value as RequestKind })}
        >
          {REQUEST_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {REQUEST_KIND_NAMES[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={TEXTS.received}
          type="date"
          value={input.receivedOn}
          error={fields.receivedOn}
          onChange={(event) => setInput({ ...input, receivedOn: event.target.value })}
        />
        <TextField
          label={TEXTS.how}
          maxLength={60}
          placeholder={TEXTS.howHint}
          value={input.how}
          error={fields.how}
          onChange={(event) => setInput({ ...input, how: event.target.value })}
        />
      </div>
      <TextArea
        label={TEXTS.text}
        rows={3}
        maxLength={500}
        onKeyDown={ctrlEnterSubmits}
        value={input.text}
        error={fields.text}
        onChange={(event) => setInput({ ...input, text: event.target.value })}
      />
    </AskForm>
  );
}
