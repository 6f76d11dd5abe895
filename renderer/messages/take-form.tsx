import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { MessageView } from '../../shared/contract/messages';
import { GROUP_NAMES, type Group } from '../../shared/domain/emergency';
import { ownGroups } from '../../shared/rules/messages';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useRequest } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

interface Props {
  message: MessageView;
  first: Group;
  onTaken(group: Group): void;
  onBack(): void;
}

/** Who took it: the group's own by themselves, or somebody at the telephone by name. */
export function TakeForm({ message, first, onTaken, onBack }: Props) {
  const taking = useRequest('message.acknowledge');
  const me = useSession((s) => s.session?.staff);
  const [requestId] = useState(() => uuid());
  const [group, setGroup] = useState(first);
  const [person, setPerson] = useState('');
  const open = message.groups.filter(({ acknowledged, group: each }) => acknowledged === null || each === first);
  const own = ownGroups(me?.roles ?? []).includes(group);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!taking.busy && (await taking.run({ requestId, id: message.id, group, person })).ok) onTaken(group);
  };
  const beside = taking.error?.fields?.person;
  return (
    <form className="person-form" aria-label={TEXTS.takeTitle} onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
      <div className="dialog-body">
        <p className="message-text">{message.text}</p>
        <div className="row">
          <SelectField label={TEXTS.whichGroup} value={group} onChange={(event) => setGroup(event.target.value as Group)}>
            {open.map(({ group: each }) => (
              <option key={each} value={each}>
                {GROUP_NAMES[each]}
              </option>
            ))}
          </SelectField>
          <TextField
            label={TEXTS.person}
            required={!own}
            data-autofocus
            maxLength={30}
            value={person}
            error={beside}
            note={own ? TEXTS.ownNote(me?.name ?? '') : TEXTS.personNote}
            onChange={(event) => setPerson(event.target.value)}
          />
        </div>
        {taking.error && !beside && <ErrorNotice error={taking.error} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Enter" disabled={taking.busy}>
          {TEXTS.doTake}
        </Button>
      </div>
    </form>
  );
}
