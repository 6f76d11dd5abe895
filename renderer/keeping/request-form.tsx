import { useState } from 'react';
import { z } from 'zod';
import { REQUEST_KIND_NAMES, REQUEST_KINDS, RequestKind } from '../../shared/domain/keeping';
import { dayOf } from '../../shared/rules/time';
import { AskForm } from '../components/ask-form';
import { SelectField, TextArea, TextField } from '../components/field';
import { ctrlEnterSubmits } from '../hooks/ctrl-enter-submits';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useTyped } from '../hooks/use-typed';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';

const Typed = z.object({
  ...{ number: z.string(), personId: z.string(), kind: RequestKind, receivedOn: z.string() },
  ...{ how: z.string(), text: z.string() },
});
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { number: '', personId: '', kind: 'access', receivedOn: '', how: '', text: '' };

const NUMBER = /^\d{8}-\d{2}-\d{4}$/;

/** Who asks, by a number of one of their visits; what for, since when and in which way. */
export function RequestForm({ onDone, onClose }: { onDone(): void; onClose(): void }) {
  const add = useRequest('privacy.add');
  const { typed, change, discard } = useTyped<Typed>('privacy-request', Typed, { ...NOTHING, receivedOn: dayOf(programNow()) });
  const { number, ...input } = typed;
  const asking = useAnswer('privacy.people', NUMBER.test(number.trim()) ? { number: number.trim() } : null);
  const people = asking.value;
  const [asked, setAsked] = useState(false);
  const fields = add.error?.fields ?? {};
  const personId = input.personId || (people?.length === 1 ? (people[0]?.id ?? '') : '');
  const save = async (): Promise<boolean> => {
    setAsked(true);
    if (personId === '') return false;
    const { ok } = await add.run({ ...input, personId });
    if (!ok) return false;
    await discard();
    onDone();
    return true;
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
          error={asking.error?.message ?? (people?.length === 0 ? TEXTS.notFound : undefined)}
          onChange={(event) => change({ ...typed, number: event.target.value, personId: '' })}
        />
        <SelectField
          label={TEXTS.who}
          value={personId}
          error={asked && personId === '' ? TEXTS.whoMissing : undefined}
          onChange={(event) => change({ ...typed, personId: event.target.value })}
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
          onChange={(event) => change({ ...typed, kind: event.target.value as RequestKind })}
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
          onChange={(event) => change({ ...typed, receivedOn: event.target.value })}
        />
        <TextField
          label={TEXTS.how}
          maxLength={60}
          placeholder={TEXTS.howHint}
          value={input.how}
          error={fields.how}
          onChange={(event) => change({ ...typed, how: event.target.value })}
        />
      </div>
      <TextArea
        label={TEXTS.text}
        rows={3}
        maxLength={500}
        onKeyDown={ctrlEnterSubmits}
        value={input.text}
        error={fields.text}
        onChange={(event) => change({ ...typed, text: event.target.value })}
      />
    </AskForm>
  );
}
