import { useEffect, useRef, useState } from 'react';
import { CARE_KIND_NAMES, CARE_STATE_NAMES, type CareNoteEntry } from '../../shared/domain/care-note';
import { expiresSoon, mayEnd, mayRenew } from '../../shared/rules/care-note';
import { dayOf, stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { Facts, Tag, type TagTone } from '../components/panel';
import { useNow } from '../hooks/use-now';
import { usePageKeys } from '../people/use-page-keys';
import { useMayAsk } from '../stores/session';
import { NoteDetail } from './note-detail';
import { TEXTS } from './texts';

export type CareAct = 'add' | 'renew' | 'end';
const TONES: Record<CareNoteEntry['state'], TagTone> = { 'in-force': 'good', expired: 'plain', ended: 'plain', renewed: 'plain' };
const ROW = 56;

interface Props {
  notes: readonly CareNoteEntry[];
  begin(act: CareAct, note?: CareNoteEntry): void;
}

/** Every note of the person, past ones too. A letter acts on the one chosen, Enter opens what only few may read. */
export function CareNotes({ notes, begin }: Props) {
  const inside = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState('');
  const [looking, setLooking] = useState('');
  const note = notes.find(({ id }) => id === chosen);
  const may = useMayAsk('careNote.add');
  const renew = may && note && mayRenew(note.state) ? () => begin('renew', note) : undefined;
  const end = may && note && mayEnd(note.state) ? () => begin('end', note) : undefined;
  const any = notes.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there is a list to stand on
  useEffect(() => inside.current?.querySelector<HTMLElement>('[role=listbox]')?.focus(), [any]);
  usePageKeys(inside, { ...(may ? { A: () => begin('add') } : {}), ...(renew ? { R: renew } : {}), ...(end ? { E: end } : {}) });
  return (
    <>
      <div ref={inside} className="care-notes">
        <div className="care-notes-list">
          <DataList
            label={TEXTS.list}
            rows={notes}
            rowHeight={ROW}
            keyOf={({ id }) => id}
            empty={TEXTS.noneYet}
            onSelect={(row) => setChosen(row?.id ?? '')}
            onOpen={({ id }) => setLooking(id)}
          >
            {(row) => <Row note={row} />}
          </DataList>
        </div>
        {note && <One note={note} looking={looking === note.id} onLook={() => setLooking(note.id)} />}
      </div>
      <div className="dialog-foot">
        <span className="care-never tone-quiet">{TEXTS.never}</span>
        {end && (
          <Button hint="E" onClick={end}>
            {TEXTS.end}
          </Button>
        )}
        {renew && (
          <Button hint="R" onClick={renew}>
            {TEXTS.renew}
          </Button>
        )}
        {may && (
          <Button kind="primary" hint="A" data-autofocus onClick={() => begin('add')}>
            {TEXTS.add}
          </Button>
        )}
      </div>
    </>
  );
}

function Row({ note }: { note: CareNoteEntry }) {
  const today = dayOf(useNow(60_000));
  return (
    <div className={`care-row ${note.state === 'in-force' ? '' : 'care-past'}`}>
      <p>
        <Tag tone={note.kind === 'care' ? 'good' : 'warn'}>{CARE_KIND_NAMES[note.kind]}</Tag> {note.arrangement}
      </p>
      <p className="tone-quiet">
        <Tag tone={TONES[note.state]}>{CARE_STATE_NAMES[note.state]}</Tag> {TEXTS.foot(note.approverName, note.expires)}{' '}
        {expiresSoon(note, today) && <Tag tone="warn">{TEXTS.soon}</Tag>}
      </p>
    </div>
  );
}

function One({ note, looking, onLook }: { note: CareNoteEntry; looking: boolean; onLook(): void }) {
  const f = TEXTS.fields;
  const ended = note.endedAt === null ? [] : [[f.ended, TEXTS.by(note.endedByName, stampOf(note.endedAt).slice(0, 16))] as const];
  return (
    <section className="care-one" aria-label={TEXTS.look}>
      <p className="care-said">{note.arrangement}</p>
      <Facts
        items={[
          [f.kind, CARE_KIND_NAMES[note.kind]],
          [f.state, CARE_STATE_NAMES[note.state]],
          [f.expires, note.expires],
          [f.approved, note.approverName],
          [f.written, note.writtenAt === null ? TEXTS.unknown : TEXTS.by(note.authorName, stampOf(note.writtenAt).slice(0, 16))],
          ...ended,
        ]}
      />
      {looking ? (
        <NoteDetail key={note.id} id={note.id} />
      ) : (
        <>
          <p className="tone-quiet">{TEXTS.lookNote}</p>
          <div>
            <Button hint="Enter" onClick={onLook}>
              {TEXTS.look}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
