import { useState } from 'react';
import { AskForm } from '../components/ask-form';
import { TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** 登记外部录音: which device and when, then the system's dialog for the file. */
export function OutsideDialog({ interviewId, onClose }: { interviewId: string; onClose(): void }) {
  const registering = useRequest('recording.register');
  const [about, setAbout] = useState({ device: '', startedTime: '' });
  const register = async (): Promise<boolean> => {
    const result = await registering.run({ interviewId, about });
    return result.ok && result.value.added;
  };
  const fieldError = (name: keyof typeof about): string | undefined => registering.error?.fields?.[`about.${name}`];
  return (
    <AskForm
      title={TEXTS.outsideTitle}
      button={TEXTS.chooseFile}
      busy={registering.busy}
      error={registering.error}
      onSubmit={register}
      onClose={onClose}
    >
      <p className="tone-quiet">{TEXTS.outsideNote}</p>
      <div className="row">
        <TextField
          label={TEXTS.device}
          data-autofocus
          maxLength={60}
          value={about.device}
          error={fieldError('device')}
          onChange={(event) => setAbout({ ...about, device: event.target.value })}
        />
        <TextField
          label={TEXTS.startedTime}
          note={TEXTS.startedNote}
          maxLength={5}
          value={about.startedTime}
          error={fieldError('startedTime')}
          onChange={(event) => setAbout({ ...about, startedTime: event.target.value })}
        />
      </div>
    </AskForm>
  );
}
