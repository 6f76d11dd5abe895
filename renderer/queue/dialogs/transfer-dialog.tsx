import { useState } from 'react';
import { roomsFor } from '../../../shared/rules/rooms-for';
import { SelectField } from '../../components/field';
import type { ActDialogProps } from '../act-dialog';
import { roomsNow } from '../places';
import { TEXTS } from '../texts';
import { ActForm } from './act-form';

/** To another area while they wait, to another room while they are talked with or called. */
export function TransferDialog({ row, rows, settings, runner, onClose }: ActDialogProps) {
  const toRoom = row.state === 'interview' || row.calledAt !== null;
  const fit = roomsFor(row.needs, settings.hall.rooms);
  const rooms = roomsNow(rows, settings.hall).filter(({ room, row: inside }) => fit.includes(room) && !inside && room.id !== row.roomId);
  const areas = settings.hall.areas.filter((area) => area.id !== row.areaId);
  const places = toRoom ? rooms.map(({ room }) => room) : areas;
  const [chosen, setChosen] = useState(places[0]?.id ?? '');
  const act = { act: 'transfer' as const, areaId: toRoom ? '' : chosen, roomId: toRoom ? chosen : '' };
  return (
    <ActForm
      row={row}
      title={`${TEXTS.confirm.transfer} ${row.queueNumber}`}
      button={TEXTS.confirm.transfer}
      runner={runner}
      act={chosen ? act : null}
      onClose={onClose}
    >
      {(fields) => (
        <SelectField
          label={toRoom ? TEXTS.toRoom : TEXTS.toArea}
          data-autofocus
          value={chosen}
          error={fields.roomId ?? fields.areaId}
          note={toRoom && places.length === 0 ? TEXTS.noRoom : undefined}
          onChange={(event) => setChosen(event.target.value)}
        >
          {places.map((place) => (
            <option key={place.id} value={place.id}>
              {place.name}
            </option>
          ))}
        </SelectField>
      )}
    </ActForm>
  );
}
