import { useState } from 'react';
import { FLOW_ACT_NAMES } from '../../../shared/domain/hall';
import { roomsFor } from '../../../shared/rules/rooms-for';
import { SelectField } from '../../components/field';
import { Notice } from '../../components/notice';
import type { ActDialogProps } from '../act-dialog';
import { roomsNow } from '../places';
import { TEXTS } from '../texts';
import { ActForm } from './act-form';

/** Which room they are called to: the first free one is proposed, a room in use cannot be chosen. */
export function CallDialog({ row, rows, settings, runner, onClose }: ActDialogProps) {
  const fit = roomsFor(row.needs, settings.hall.rooms);
  const rooms = roomsNow(rows, settings.hall).filter(({ room }) => fit.includes(room));
  const free = rooms.find(({ row: inside, called }) => !inside && !called) ?? rooms.find(({ row: inside }) => !inside);
  const [chosen, setChosen] = useState(free?.room.id ?? '');
  const label = FLOW_ACT_NAMES.call;
  return (
    <ActForm
      row={row}
      title={`${label} ${row.queueNumber}`}
      button={label}
      runner={runner}
      act={chosen ? { act: 'call', roomId: chosen } : null}
      onClose={onClose}
    >
      {(fields) => (
        <>
          {fit.length < settings.hall.rooms.length && <Notice level="info">{TEXTS.wheelchair}</Notice>}
          {!free && <Notice level="warning">{TEXTS.noRoom}</Notice>}
          <SelectField
            label={TEXTS.room}
            data-autofocus
            value={chosen}
            error={fields.roomId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {rooms.map(({ room, row: inside }) => (
              <option key={room.id} value={room.id} disabled={inside !== undefined}>
                {inside ? `${room.name}（${TEXTS.occupied(inside.queueNumber)}）` : room.name}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </ActForm>
  );
}
