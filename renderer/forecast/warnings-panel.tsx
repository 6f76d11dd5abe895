import { useState } from 'react';
import type { ForecastDay } from '../../shared/contract/forecast';
import { GROUP_NAMES, type Group } from '../../shared/domain/emergency';
import { NOT_KNOWN } from '../../shared/domain/forecast';
import type { PublishedLine, WarningView } from '../../shared/domain/forecast-acts';
import { fieldPath } from '../../shared/rules/fields';
import { timeOf } from '../../shared/rules/time';
import { Button, KeyHint } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { GradeTag } from './grade-tag';
import { PublishDialog } from './publish-dialog';
import { ReceiveDialog } from './receive-dialog';
import { TEXTS } from './texts';
import { useNumberKeys } from './use-number-keys';

const ROW = 40;

interface Props {
  date: string;
  warnings: readonly WarningView[];
  /** Of those who may publish. */
  day?: ForecastDay;
  today: string;
}

/** What the groups were told, the newest first, and who of them took it. Everything works with the network out. */
export function WarningsPanel({ date, warnings, day, today }: Props) {
  const [open, setOpen] = useState<'publish' | Group | null>(null);
  const [shownId, show] = useState('');
  const [said, setSaid] = useState('');
  const printing = useRequest('forecast.print');
  const mayPublish = useMayAsk('forecast.publish') && day !== undefined && date >= today;
  const mayPrint = useMayAsk('forecast.print');
  const shown = warnings.find(({ id }) => id === shownId) ?? warnings[0];
  const receive = (group: WarningView['groups'][number] | undefined): void => {
    setSaid('');
    if (group && group.receipt === null) setOpen(group.group);
  };
  const print = async (): Promise<void> => {
    if (!shown || printing.busy) return;
    setSaid('');
    const result = await printing.run({ id: shown.id });
    if (result.ok) setSaid(TEXTS.printed(result.value.printer));
  };
  useHotkeys({
    ...(mayPublish && { F5: () => setOpen('publish') }),
    ...(mayPrint && shown && { F7: () => void print() }),
  });
  useNumberKeys((n) => receive(shown?.groups[n - 1]));
  const done = (sentence: string): void => {
    setOpen(null);
    show('');
    setSaid(sentence);
  };
  return (
    <Panel
      title={TEXTS.tabs.warnings}
      className="forecast-warnings"
      aside={
        <span className="panel-end panel-acts">
          {shown && mayPrint && (
            <Button hint="F7" disabled={printing.busy} onClick={() => void print()}>
              {TEXTS.print}
            </Button>
          )}
          {mayPublish && (
            <Button kind="primary" hint="F5" onClick={() => setOpen('publish')}>
              {TEXTS.publish}
            </Button>
          )}
        </span>
      }
    >
      <div role="status">{said && <Notice level="good">{said}</Notice>}</div>
      {printing.error && <ErrorNotice error={printing.error} onDismiss={printing.clear} />}
      {!shown && <p className="empty">{TEXTS.warningsEmpty}</p>}
      {shown && <Published warning={shown} all={warnings} onShow={show} onReceive={receive} />}
      {open === 'publish' && day && (
        <PublishDialog day={day} onPublished={(lines) => done(TEXTS.published(lines))} onClose={() => setOpen(null)} />
      )}
      {open !== null && open !== 'publish' && shown && (
        <ReceiveDialog
          warning={shown}
          first={open}
          onSigned={(group) => setSaid(TEXTS.signed(GROUP_NAMES[group]))}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

interface PublishedProps {
  warning: WarningView;
  all: readonly WarningView[];
  onShow(id: string): void;
  onReceive(group: WarningView['groups'][number]): void;
}
function Published({ warning, all, onShow, onReceive }: PublishedProps) {
  const fields = useLive('settings.all', {}).value?.fields;
  const title = ({ n, at, staffName, deskCode, lines }: WarningView): string =>
    `${TEXTS.warningTitle(n, timeOf(at), staffName, deskCode)}　${TEXTS.warningLines(lines.length)}`;
  return (
    <div className="warning">
      <section className="warning-lines" aria-label={title(warning)}>
        {all.length > 1 ? (
          <select
            className="control warning-which"
            aria-label={TEXTS.warnings}
            value={warning.id}
            onChange={(event) => onShow(event.target.value)}
          >
            {all.map((each) => (
              <option key={each.id} value={each.id}>
                {title(each)}
              </option>
            ))}
          </select>
        ) : (
          <h3>{title(warning)}</h3>
        )}
        {warning.note && <p className="warning-note">{warning.note}</p>}
        <div className="warning-columns warning-head" aria-hidden="true">
          {TEXTS.lineHead.map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
        <DataList
          label={title(warning)}
          rows={warning.lines}
          rowHeight={ROW}
          keyOf={({ itemId }) => itemId}
          empty={TEXTS.warningLines(0)}
          onOpen={() => {}}
        >
          {(line) => <Line line={line} field={line.field && fields ? fieldPath(fields, line.field) : NOT_KNOWN} />}
        </DataList>
      </section>
      <section className="warning-groups" aria-label={TEXTS.receipts}>
        <h3>{TEXTS.receipts}</h3>
        <ul>
          {warning.groups.map((each, i) => (
            <li key={each.group} className={each.receipt ? '' : 'warning-unread'}>
              <KeyHint keys={String(i + 1)} />
              <b>{GROUP_NAMES[each.group]}</b>
              {each.receipt ? (
                <span className="tone-good forecast-end">{TEXTS.received(each.receipt.person, timeOf(each.receipt.at))}</span>
              ) : (
                <Button
                  className="button-small forecast-end"
                  aria-label={`${GROUP_NAMES[each.group]}${TEXTS.notReceived}，${TEXTS.doReceive}`}
                  onClick={() => onReceive(each)}
                >
                  <span className="tone-bad">{TEXTS.notReceived}</span>
                </Button>
              )}
              {each.receipt && each.receipt.person !== each.receipt.byName && (
                <small className="tone-quiet">{TEXTS.receivedNoted(each.receipt.byName, each.receipt.deskCode)}</small>
              )}
            </li>
          ))}
        </ul>
        <p className="tone-quiet">{TEXTS.receiveHint}</p>
      </section>
    </div>
  );
}

function Line({ line, field }: { line: PublishedLine; field: string }) {
  return (
    <div className="warning-columns warning-line">
      <span>
        <GradeTag grade={line.decided ? line.grade : null} suggested={line.grade} />
      </span>
      <span>{line.plannedAt === null ? NOT_KNOWN : timeOf(line.plannedAt)}</span>
      <b title={line.who}>{line.who}</b>
      <span>{line.heads ?? NOT_KNOWN}</span>
      <span title={line.demand}>{line.demand || NOT_KNOWN}</span>
      <span title={field}>{field}</span>
      <span>{line.place || NOT_KNOWN}</span>
    </div>
  );
}
