import { SecretField, type TextFieldProps } from '../components/field';
import { TEXTS } from './texts';

/** The hall's recovery phrase, as it stands on paper. */
export function PhraseField(props: Omit<TextFieldProps, 'label' | 'maxLength' | 'note'>) {
  return <SecretField label={TEXTS.words} maxLength={400} note={TEXTS.wordsNote} {...props} />;
}
