import type { ReactNode } from 'react';
import type { PersonPage } from '../../shared/contract/people';
import type { CareNoteEntry } from '../../shared/domain/care-note';
import { ITEM_STATE_NAMES } from '../../shared/domain/hall';
import { MATTER_STATE_NAMES } from '../../shared/domain/known-person';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { WARNING_TEXTS, WHY_TEXTS } from '../../shared/rules/merge-reason';
import { stampOf } from '../../shared/rules/time';
import { CarePart } from '../care-notes/care-part';
import { TEXTS as CARE } from '../care-notes/texts';
import { Tag } from '../components/panel';
import { HoldToReveal } from '../visit/hold-to-reveal';
import type { Names } from '../visit/use-names';
import { PersonTalks, type usePersonTalks } from './person-talks';
import { TEXTS } from './texts';

interface Props {
  page: PersonPage;
  names: Names;
  talks: ReturnType<typeof usePersonTalks>;
  care: readonly CareNoteEntry[];
}

/** Beside the visits: who this is by which documents, who else it may be, their matters, things and what was done. */
export function PersonSide({ page, names, talks, care }: Props) {
  const { records, candidates, matters, items, acts } = page;
  return (
    <div className="person-side">
      <Part title={TEXTS.records}>
        {records.map((record, i) => (
          <div key={record.id} className="person-record">
            <p>
              <b>{record.name}</b> {DOCUMENT_NAMES[record.docType]}{' '}
              {records.length > 1 && <Tag tone={i === 0 ? 'blue' : 'plain'}>{i === 0 ? TEXTS.head : TEXTS.under}</Tag>}
              <span className="tone-quiet">{TEXTS.times(record.visits)}</span>
            </p>
            <HoldToReveal personId={record.id} field="docNumber" masked={record.docMasked} what={TEXTS.document} name={record.name} />
            <HoldToReveal personId={record.id} field="phone" masked={record.phoneMasked} what={TEXTS.phone} name={record.name} />
            {record.mergeReason && <p className="tone-quiet">{TEXTS.because(record.mergeReason)}</p>}
          </div>
        ))}
      </Part>
      <Part title={CARE.title}>
        <CarePart notes={care} />
      </Part>
      {candidates.length > 0 && (
        <Part title={TEXTS.hints}>
          {candidates.map((candidate) => (
            <div key={candidate.records[0]?.id} className="person-line">
              <p>{TEXTS.candidate(candidate)}</p>
              <p className="tone-quiet">{candidate.why.map((why) => WHY_TEXTS[why]).join('；')}</p>
              {candidate.warnings.map((warning) => (
                <p key={warning} className="tone-bad">
                  {WARNING_TEXTS[warning]}
                </p>
              ))}
            </div>
          ))}
        </Part>
      )}
      <Part title={TEXTS.matters}>
        {matters.map((matter) => (
          <div key={matter.id} className="person-line">
            <p>
              <Tag tone={matter.state === 'open' ? 'warn' : 'plain'}>{MATTER_STATE_NAMES[matter.state]}</Tag>{' '}
              {names.field(matter.fieldCode)} · {matter.title}
            </p>
            <p className="tone-quiet">{TEXTS.matterVisits(matter.visits, matter.lastVisit)}</p>
            {matter.promises.map(({ code, label, due, overdueDays }) => (
              <p key={`${code}-${due}`} className={overdueDays > 0 ? 'tone-bad' : 'tone-warn'}>
                {overdueDays > 0 ? TEXTS.overdue(label, overdueDays) : TEXTS.due(label, due)}
              </p>
            ))}
          </div>
        ))}
      </Part>
      {talks.length > 0 && (
        <Part title={TEXTS.talks}>
          <PersonTalks talks={talks} />
        </Part>
      )}
      {items.length > 0 && (
        <Part title={TEXTS.items}>
          {items.map((item) => (
            <div key={item.id} className="person-line">
              <p>
                <Tag tone={item.state === 'held' ? 'warn' : 'plain'}>{ITEM_STATE_NAMES[item.state]}</Tag>{' '}
                {TEXTS.pieces(item.name, item.count)} · {item.feature}
              </p>
              <p className="tone-quiet">
                {item.receiptNo} · {TEXTS.by(item.staffName, stampOf(item.at))}
              </p>
            </div>
          ))}
        </Part>
      )}
      {acts.length > 0 && (
        <Part title={TEXTS.acts}>
          {acts.map((act) => (
            <div key={act.id} className="person-line">
              <p>
                {act.action}：{act.what}
              </p>
              <p className="tone-quiet">
                {TEXTS.by(act.staffName, stampOf(act.at))}
                {act.reason && ` · ${TEXTS.because(act.reason)}`}
              </p>
            </div>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
