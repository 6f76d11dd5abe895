import './keeping.css';
import { useState } from 'react';
import { REQUEST_KIND_NAMES, REQUEST_STATE_NAMES, type RequestRow } from '../../shared/domain/keeping';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { DataList } from '../components/data-list';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { Panes } from './panes';
import { RequestForm } from './request-form';
import { RequestPane } from './request-pane';
import { TEXTS } from './texts';

const ROW = 40;

/** 设置 · 个人信息: what people ask of their own data, by the day on which it is to be answered. */
export function PrivacyTab() {
  const [all, setAll] = useState(false);
  const list = useAnswer('privacy.list', { all });
  const [selected, select] = useState<RequestRow>();
  const [adding, setAdding] = useState(false);
  const [said, say] = useState('');
  const rows = list.value ?? [];
  const row = rows.find(({ id }) => id === selected?.id) ?? rows[0];
  const changed = (sentence: string): void => {
    say(sentence);
    list.reload();
  };
  useHotkeys({ Insert: () => setAdding(true) });
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.privacy}</h2>
        <span className="panel-end panel-acts">
          <CheckBox label={TEXTS.all} checked={all} onChange={(event) => setAll(event.target.checked)} />
          <Button kind="primary" hint="Insert" onClick={() => setAdding(true)}>
            {TEXTS.add}
          </Button>
        </span>
      </header>
      <div className="keeping-bar">
        <p className="tone-quiet">{TEXTS.privacyWhy}</p>
      </div>
      <Panes
        errors={[list.error]}
        said={said}
        onHeard={() => say('')}
        columns={TEXTS.requestColumns}
        list={
          <DataList
            label={TEXTS.requests}
            rows={rows}
            rowHeight={ROW}
            keyOf={({ id }) => id}
            empty={TEXTS.noRequests}
            onSelect={(each) => select(each)}
            onOpen={(each) => select(each)}
          >
            {(each) => (
              <div className="keeping-row">
                <b>{each.maskedName}</b>
                <span>{REQUEST_KIND_NAMES[each.kind]}</span>
                <span>{each.receivedOn}</span>
                <span>
                  {each.overdue ? (
                    <Tag tone="bad">{TEXTS.overdue}</Tag>
                  ) : each.state === 'open' ? (
                    TEXTS.dueBy(each.due.slice(5))
                  ) : (
                    REQUEST_STATE_NAMES[each.state]
                  )}
                </span>
              </div>
            )}
          </DataList>
        }
      >
        {row && <RequestPane key={row.id} row={row} onChanged={changed} />}
      </Panes>
      {adding && <RequestForm onDone={() => changed(TEXTS.saved)} onClose={() => setAdding(false)} />}
    </div>
  );
}
