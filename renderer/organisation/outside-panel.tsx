import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

const T = TEXTS.outside;

/** 外部联系: the bodies outside that may have to be telephoned, for the screen and for the wall (plan S23). */
export function OutsidePanel() {
  const sheet = useLive('contacts.outside', {});
  const printing = useRequest('contacts.print');
  const may = useMayAsk('contacts.print');
  const [printer, setPrinter] = useState('');
  const { whole } = useListFocus(sheet.value !== undefined);
  const print = async (): Promise<void> => {
    if (printing.busy) return;
    const result = await printing.run({ requestId: uuid() });
    setPrinter(result.ok ? result.value.printer : '');
  };
  useHotkeys(may ? { F7: () => void print() } : {});
  const version = sheet.value?.version ?? '';
  return (
    <Panel
      title={T.list}
      className="organisation-panel"
      aside={
        <>
          <span className={version === '' ? 'tone-warn' : 'tone-quiet'}>
            {sheet.value && (version === '' ? T.unset : T.version(version))}
          </span>
          {may && (
            <Button kind="primary" hint="F7" className="panel-end-button" disabled={printing.busy} onClick={() => void print()}>
              {T.print}
            </Button>
          )}
        </>
      }
    >
      {sheet.error && !sheet.value && <ErrorNotice error={sheet.error} />}
      {printing.error && <ErrorNotice error={printing.error} />}
      {printer !== '' && !printing.error && <Notice level="good">{T.printed(printer)}</Notice>}
      <div className="organisation-row outside-columns organisation-head" aria-hidden="true">
        {T.head.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <div className="organisation-list" ref={whole}>
        {sheet.value && (
          <DataList label={T.list} rows={sheet.value.rows} rowHeight={40} keyOf={({ key }) => key} empty={T.empty} onOpen={() => {}}>
            {({ name, person, phone }) => (
              <div className="organisation-row outside-columns">
                <b>{name}</b>
                <span>{person}</span>
                <span className={phone ? 'outside-phone' : 'tone-quiet'}>{phone || T.missing}</span>
              </div>
            )}
          </DataList>
        )}
      </div>
    </Panel>
  );
}
