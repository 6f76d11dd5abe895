import './care-notes.css';
import { CARE_KIND_NAMES } from '../../shared/domain/care-note';
import { DataList } from '../components/data-list';
import { Panel, Tag } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useScreen } from '../stores/screen';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

const ROW = 52;

/** At the day's end: what runs out within a week, for those who see to it; Enter opens the person. Nothing where nothing does. */
export function ExpiringPanel() {
  const notes = useLive('careNote.expiring', {}, useMayAsk('careNote.expiring')).value ?? [];
  const openPerson = useScreen((s) => s.openPerson);
  if (notes.length === 0) return null;
  return (
    <Panel title={TEXTS.expiring} className="day-end-care">
      <DataList
        label={TEXTS.expiring}
        rows={notes}
        rowHeight={ROW}
        keyOf={({ id }) => id}
        empty={TEXTS.noneExpiring}
        onSelect={() => {}}
        onOpen={({ personId }) => openPerson(personId)}
      >
        {(note) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: with the mouse; the list has the key
          <div className="care-row" onDoubleClick={() => openPerson(note.personId)}>
            <p>
              <Tag tone={note.kind === 'care' ? 'good' : 'warn'}>{CARE_KIND_NAMES[note.kind]}</Tag>{' '}
              {TEXTS.expiringRow(note.name, note.expires)}
            </p>
            <p className="tone-quiet">{note.arrangement}</p>
          </div>
        )}
      </DataList>
    </Panel>
  );
}
