import { useEffect, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { BriefingCandidate } from '../../shared/domain/briefing';
import { dayOf, isRealDay } from '../../shared/rules/time';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { Dialog } from '../components/dialog';
import { ErrorNotice } from '../components/notice';
import { Tag } from '../components/panel';
import { PastDayField } from '../components/past-day-field';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';

/** Which day, and which of its visits are told as cases; the records propose, a person decides. Ctrl+Enter drafts. */
export function CreateDialog({ onCreated, onClose }: { onCreated(id: string): void; onClose(): void }) {
  const [date, setDate] = useState(() => dayOf(programNow()));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [requestId] = useState(() => uuid());
  const proposal = useAnswer('briefing.propose', isRealDay(date) ? { date } : null);
  const creating = useRequest('briefing.create');
  const visits = proposal.value?.visits;
  useEffect(() => setChosen(visits?.filter(({ why }) => why !== '').map(({ visitId }) => visitId) ?? []), [visits]);
  const toggle = ({ visitId }: BriefingCandidate): void =>
    setChosen((all) => (all.includes(visitId) ? all.filter((id) => id !== visitId) : [...all, visitId]));
  const create = async (): Promise<void> => {
    if (creating.busy || !visits) return;
    const result = await creating.run({ requestId, date, visitIds: [...chosen] });
    if (!result.ok) return;
    onCreated(result.value.id);
    onClose();
  };
  useHotkeys({ 'Ctrl+Enter': () => void create() }, { inDialog: true });
  return (
    <Dialog title={TEXTS.add} size="wide" onClose={onClose}>
      <div className="dialog-body briefing-create">
        <PastDayField label={TEXTS.date} value={date} error={creating.error?.fields?.date} onDay={setDate} />
        <p className="tone-quiet">
          {TEXTS.candidatesHint} {proposal.value && TEXTS.incidents(proposal.value.incidents)}
          {visits && visits.length > 0 && ` ${TEXTS.chosen(chosen.length, visits.length)}`}
        </p>
        {proposal.error && <ErrorNotice error={proposal.error} />}
        {creating.error && !creating.error.fields?.date && <ErrorNotice error={creating.error} />}
        {!visits && !proposal.error && <p className="empty">{TEXTS.loading}</p>}
        {visits && (
          <DataList
            label={TEXTS.candidates}
            rows={visits}
            rowHeight={50}
            keyOf={(row) => row.visitId}
            empty={TEXTS.noVisits}
            onOpen={toggle}
            onKey={(event, row) => (event.key === ' ' ? () => toggle(row) : null)}
          >
            {(row) => (
              <div className="briefing-candidate">
                <span aria-hidden="true">{chosen.includes(row.visitId) ? '☑' : '☐'}</span>
                <span className="only-heard">{chosen.includes(row.visitId) ? '已选' : '未选'}</span>
                <span>
                  <b>{row.queueNumber}</b> {row.nameMasked}
                  <small>
                    {row.field} · {row.heads} 人
                  </small>
                </span>
                <span>
                  {row.summary}
                  <small>{row.result}</small>
                </span>
                <span>{row.why && <Tag tone="warn">{row.why}</Tag>}</span>
              </div>
            )}
          </DataList>
        )}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" disabled={creating.busy || !visits} onClick={() => void create()}>
          {TEXTS.create}
        </Button>
      </div>
    </Dialog>
  );
}
