import './handbook.css';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { HandbookEdition } from '../../../shared/domain/handbook';
import { INCIDENT_CODES, type IncidentCode, PLAN_STATE_NAMES } from '../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { byEntry, findsEntry, fromReview, type Grouped } from '../../../shared/rules/handbook';
import { Button } from '../../components/button';
import { DataList } from '../../components/data-list';
import { Dialog } from '../../components/dialog';
import { SelectField, TextField } from '../../components/field';
import { ErrorNotice, Notice } from '../../components/notice';
import { Tag } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useLive } from '../../hooks/use-live';
import { useRequest } from '../../hooks/use-request';
import { HandbookEntry } from './handbook-entry';
import { HandbookForm } from './handbook-form';
import { TEXTS } from './texts';
import { NEW_ENTRY, useWriting } from './use-writing';

type Entry = Grouped<HandbookEdition>;
const ROW_HEIGHT = 54;

interface Props {
  /** Opened at this type. */
  code?: IncidentCode | '';
  /** Opened from an incident whose review is done: a new entry begins with what that says. */
  incidentId?: string;
  onClose(): void;
}

/** The handbook by type: read, write, approve. Alt+N writes a new entry, Alt+E edits, Alt+A approves, Alt+X takes back, Alt+P prints it, Alt+B the whole book. */
export function HandbookDialog({ code = '', incidentId = '', onClose }: Props) {
  const [type, setType] = useState<IncidentCode | ''>(code);
  const [at, setAt] = useState<string>();
  const [said, setSaid] = useState('');
  const [words, setWords] = useState('');
  const [approving, setApproving] = useState(false);
  const book = useRequest('handbook.printBook');
  const editions = useLive('handbook.list', { code: type });
  const incident = useLive('incident.view', { id: incidentId }, incidentId !== '').value;
  const writing = useWriting();
  const entries = byEntry(editions.value ?? []).filter(({ newest }) => findsEntry(words, newest, CATALOGUE[newest.code].name));
  const entry = entries.find(({ entryId }) => entryId === at) ?? entries[0];

  const add = (): void => {
    const learned = incident?.review ? fromReview(incident.plan?.name ?? '', incident.review) : { title: '', body: '' };
    setSaid('');
    writing.begin({ ...NEW_ENTRY, code: type || incident?.code || INCIDENT_CODES[0], incidentId, ...learned });
  };
  const edit = ({ newest }: Entry): void => {
    const { entryId, edition, code: own, title, body, incidentId: learnedFrom } = newest;
    setSaid('');
    writing.begin({ entryId, from: edition, code: own, title, body, incidentId: learnedFrom });
  };
  const printBook = async (): Promise<void> => {
    if (!book.busy && (await book.run({ requestId: uuid() })).ok) setSaid(TEXTS.bookPrinted);
  };
  useHotkeys({ 'Alt+B': () => void printBook() }, { inDialog: true, enabled: writing.text === null && !approving });
  useHotkeys({ 'Alt+N': add, 'Alt+E': () => entry && edit(entry) }, { inDialog: true, enabled: writing.text === null && !approving });

  return (
    <Dialog title={TEXTS.title} size="wide" onClose={onClose}>
      <div className="dialog-body handbook">
        <div className="handbook-list">
          <SelectField
            label={TEXTS.type}
            dense
            data-autofocus
            value={type}
            onChange={(event) => setType(event.target.value as IncidentCode | '')}
          >
            <option value="">{TEXTS.allTypes}</option>
            {INCIDENT_CODES.map((each) => (
              <option key={each} value={each}>
                {each} {CATALOGUE[each].name}
              </option>
            ))}
          </SelectField>
          <TextField
            label={TEXTS.find}
            type="search"
            dense
            maxLength={60}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <DataList
            label={TEXTS.list}
            rows={entries}
            rowHeight={ROW_HEIGHT}
            keyOf={({ entryId }) => entryId}
            empty={words.trim() ? TEXTS.notFound : TEXTS.empty}
            onOpen={({ entryId }) => setAt(entryId)}
            onSelect={(row) => setAt(row?.entryId)}
          >
            {({ newest, inForce }) => (
              <div className="handbook-row">
                <span className="handbook-name">{newest.title}</span>
                <span>
                  {newest.code} {TEXTS.edition(newest.edition)}{' '}
                  <Tag tone={newest.state === 'in-force' ? 'good' : 'warn'}>{PLAN_STATE_NAMES[newest.state]}</Tag>
                  {newest.state !== 'in-force' && inForce && <Tag tone="good">{PLAN_STATE_NAMES['in-force']}</Tag>}
                </span>
              </div>
            )}
          </DataList>
          <Button hint="Alt+N" disabled={writing.text !== null} onClick={add}>
            {TEXTS.add}
          </Button>
        </div>
        <div className="handbook-page">
          {editions.error && <ErrorNotice error={editions.error} />}
          {book.error && <ErrorNotice error={book.error} onDismiss={book.clear} />}
          {said && <Notice level="good">{said}</Notice>}
          {writing.text !== null ? (
            <HandbookForm
              writing={writing}
              onSaved={(entryId, own) => {
                setAt(entryId);
                if (type !== '') setType(own);
                setSaid(TEXTS.saved);
              }}
            />
          ) : entry ? (
            <HandbookEntry
              key={entry.newest.id}
              entry={entry}
              approving={approving}
              onApproving={setApproving}
              onEdit={() => edit(entry)}
              onSaid={setSaid}
            />
          ) : (
            <p className="empty">{TEXTS.chooseOne}</p>
          )}
        </div>
      </div>
      <div className="dialog-foot">
        <Button hint="Alt+B" disabled={book.busy} onClick={() => void printBook()}>
          {TEXTS.printBook}
        </Button>
        <span className="grow" />
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
      </div>
    </Dialog>
  );
}
