import { useFormContext } from 'react-hook-form';
import { CheckBox } from '../components/check';
import { SecretField, SelectField, TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useAnswer } from '../hooks/use-request';
import type { Rest } from './setup-form';
import { TEXTS } from './texts';

export function ProtectionStep({ offered }: { offered: Rest['protection'][] }) {
  const { register, watch, formState } = useFormContext<Rest>();
  const { errors } = formState;
  const disk = useAnswer('setup.disk', {}).value;
  return (
    <>
      <p>{TEXTS.protectionWhy}</p>
      <SelectField label={TEXTS.protection} error={errors.protection?.message} {...register('protection')}>
        {offered.map((one) => (
          <option key={one} value={one}>
            {TEXTS.protections[one]}
          </option>
        ))}
      </SelectField>
      {!offered.includes('system') && <Notice level="info">{TEXTS.onlyPassphrase}</Notice>}
      {watch('protection') === 'passphrase' && (
        <div className="row">
          <SecretField
            label={TEXTS.passphrase}
            required
            maxLength={200}
            note={TEXTS.passphraseRule}
            error={errors.passphrase?.message}
            {...register('passphrase')}
          />
          <SecretField
            label={TEXTS.passphraseAgain}
            required
            maxLength={200}
            error={errors.passphraseAgain?.message}
            {...register('passphraseAgain')}
          />
        </div>
      )}
      {/* Last: it comes a moment later, and must not move what somebody is typing into. */}
      {disk?.todo && <Notice level="info">{TEXTS.disk(disk.text, disk.todo)}</Notice>}
    </>
  );
}

export function PhraseStep({ words }: { words: string[] }) {
  const { register, formState } = useFormContext<Rest>();
  return (
    <>
      <p>{TEXTS.phraseWhy}</p>
      <ol className="phrase" aria-label={TEXTS.phrase}>
        {words.map((word, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may occur twice, its place is what it is
          <li key={i}>
            <span className="phrase-place">{i + 1}</span>
            <span className="phrase-word">{word}</span>
          </li>
        ))}
      </ol>
      <CheckBox label={TEXTS.written} error={formState.errors.written?.message} {...register('written')} />
    </>
  );
}

export function AnswersStep({ ask }: { ask: number[] }) {
  const { register, getFieldState, formState } = useFormContext<Rest>();
  return (
    <>
      <p>{TEXTS.answersWhy}</p>
      <div className="row">
        {ask.map((place) => (
          <TextField
            key={place}
            label={TEXTS.answer(place)}
            required
            maxLength={4}
            error={getFieldState(`answers.${place}`, formState).error?.message}
            {...register(`answers.${place}`)}
          />
        ))}
      </div>
    </>
  );
}
