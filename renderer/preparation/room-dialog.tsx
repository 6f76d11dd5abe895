import { useState } from 'react';
import type { PreparationItem } from '../../shared/domain/preparation';
import type { Settings } from '../../shared/domain/settings';
import { SPECIAL_NEED_NAMES, SPECIAL_NEEDS } from '../../shared/domain/visit';
import { roomsFor } from '../../shared/rules/rooms-for';
import { AskForm } from '../components/ask-form';
import { CheckChips } from '../components/check';
import { SelectField } from '../components/field';
import { Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.room;
const NEEDS = SPECIAL_NEEDS.map((value) => ({ value, label: SPECIAL_NEED_NAMES[value] }));

/** The room of a matter with what is set up in it (plan S37); whoever cannot walk is offered only rooms for a wheelchair (S38). */
export function RoomDialog({ item, settings, onClose }: { item: PreparationItem; settings: Settings; onClose(): void }) {
  const saving = useRequest('preparation.room');
  const { rooms } = settings.hall;
  const [needs, setNeeds] = useState([...item.needs]);
  const [roomId, setRoomId] = useState(item.roomId);
  const [items, setItems] = useState([...item.roomItems]);
  const fit = roomsFor(needs, rooms);
  const shown = fit.some(({ id }) => id === roomId) ? roomId : '';
  const equipment = rooms.find(({ id }) => id === shown)?.equipment ?? '';
  return (
    <AskForm
      title={T.title(item.who)}
      button={TEXTS.save}
      size="wide"
      busy={saving.busy}
      error={saving.error}
      onSubmit={async () => (await saving.run({ itemId: item.id, needs, roomId: shown, items })).ok}
      onClose={onClose}
    >
      <CheckChips label={T.needs} options={NEEDS} value={needs} onChange={setNeeds} />
      {fit.length < rooms.length && <Notice level="info">{T.wheelchairOnly}</Notice>}
      <SelectField
        label={T.room}
        required
        data-autofocus
        value={shown}
        error={saving.error?.fields?.roomId}
        note={equipment ? T.equipment(equipment) : undefined}
        onChange={({ target }) => setRoomId(target.value)}
      >
        <option value="">{T.choose}</option>
        {fit.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <CheckChips
        label={T.items}
        options={settings.preparation.roomItems.map(({ id, name }) => ({ value: id, label: name }))}
        value={items}
        onChange={setItems}
      />
    </AskForm>
  );
}
