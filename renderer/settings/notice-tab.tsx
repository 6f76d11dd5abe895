import { useForm } from 'react-hook-form';
import { NoticeSettings } from '../../shared/domain/settings';
import { TextArea } from '../components/field';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The short notice on the card, as a text of one paragraph a line. */
export function NoticeTab() {
  const notice = useLive('settings.all', {}).value?.notice;
  const form = useForm<{ text: string }>({ values: notice && { text: notice.card.join('\n') } });
  const saving = useSaving();
  const save = form.handleSubmit(async ({ text }) => {
    const checked = NoticeSettings.safeParse({ card: paragraphsOf(text) });
    if (!checked.success) return form.setError('text', { message: TEXTS.noticeHint });
    await saving.put({ key: 'notice', value: checked.data });
  });
  return (
    <SettingForm title={TEXTS.tabs.notice} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
      <TextArea
        label={TEXTS.notice}
        rows={10}
        note={TEXTS.noticeHint}
        error={form.formState.errors.text?.message}
        {...form.register('text')}
      />
    </SettingForm>
  );
}
