import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { GROUP_NAMES, type Group } from '../../shared/domain/emergency';
import type { WarningView } from '../../shared/domain/forecast-acts';
import { ownGroups } from '../../shared/rules/messages';
import { AskForm } from '../components/ask-form';
import { SelectField, TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

interface Props {
  warning: WarningView;
  first: Group;
  onSigned(group: Group): void;
  onClose(): void;
}

/** Who of a group took it: its own people by themselves, or somebody at the telephone by name. */
export function ReceiveDialog({ warning, first, onSigned, onClose }: Props) {
  const receiving = useRequest('forecast.receive');
  const me = useSession((s) => s.session?.staff);
  const [requestId] = useState(() => uuid());
  const [group, setGroup] = useState(first);
  const [person, setPerson] = useState('');
  const own = ownGroups(me?.roles ?? []).includes(group);
  const submit = async (): Promise<boolean> => {
    const result = await receiving.run({ requestId, id: warning.id, group, person });
    if (result.ok) onSigned(group);
    return result.ok;
  };
  return (
    <AskForm
      title={TEXTS.receiveTitle}
      button={TEXTS.doReceive}
      busy={receiving.busy}
      error={receiving.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="row">
        <SelectField label={TEXTS.receiveGroup} value={group} onChange={(event) => setGroup(event.target.value as Group)}>
          {warning.groups
            .filter((each) => each.receipt === null || each.group === first)
            .map((each) => (
              <option key={each.group} value={each.group}>
                {GROUP_NAMES[each.group]}
              </option>
            ))}
        </SelectField>
        <TextField
          label={TEXTS.receivePerson}
          required={!own}
          data-autofocus
          maxLength={30}
          value={person}
          note={own ? TEXTS.receiveOwn(me?.name ?? '') : TEXTS.receivePersonNote}
          error={receiving.error?.fields?.person}
          onChange={(event) => setPerson(event.target.value)}
        />
      </div>
    </AskForm>
  );
}
