import type { PersonPage, PersonVisit } from '../../shared/contract/people';
import { VISIT_STATE_NAMES } from '../../shared/domain/visit';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { repeatText } from '../../shared/rules/repeat';
import { DataList } from '../components/data-list';
import { Tag } from '../components/panel';
import type { Names } from '../visit/use-names';
import { TEXTS } from './texts';

const ROW = 44;
/** So many lines before the end the next ones are asked for. */
const AHEAD = 20;

interface Props {
  page: PersonPage;
  names: Names;
  onOpen(visit: PersonVisit): void;
  onNearEnd(): void;
}

/** Every visit, newest first, with any of the person's documents. */
export function PersonVisits({ page, names, onOpen, onNearEnd }: Props) {
  const { visits, total, records } = page;
  const documents = new Map(records.map((record) => [record.id, DOCUMENT_NAMES[record.docType]]));
  const several = records.length > 1;
  return (
    <section className="person-visits" aria-label={TEXTS.visits}>
      <h3>
        {TEXTS.visits} <small className="tone-quiet">{TEXTS.shown(visits.length, total)}</small>
      </h3>
      <DataList
        label={TEXTS.visits}
        rows={visits}
        rowHeight={ROW}
        keyOf={(visit) => visit.id}
        empty={TEXTS.noVisits}
        onSelect={(visit) => {
          if (visit && visits.indexOf(visit) >= visits.length - AHEAD) onNearEnd();
        }}
        onOpen={onOpen}
      >
        {(visit) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: with the mouse; the list has the key
          <div className="person-visit" onDoubleClick={() => onOpen(visit)}>
            <span>{visit.date}</span>
            <span className="tone-quiet">{visit.number}</span>
            <span className="person-clip">
              {names.field(visit.fieldCode)} · {visit.summary}
            </span>
            <span className="person-flags">
              {several && <Tag>{documents.get(visit.recordId)}</Tag>}
              {visit.repeated && <Tag>{repeatText(visit.visitCount, visit.repeated)}</Tag>}
              {visit.changeReason && visit.state !== 'void' && <Tag tone="warn">{TEXTS.corrected}</Tag>}
              <Tag tone={visit.state === 'void' ? 'bad' : 'blue'}>{VISIT_STATE_NAMES[visit.state]}</Tag>
            </span>
          </div>
        )}
      </DataList>
    </section>
  );
}
