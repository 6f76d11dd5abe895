import './self-check.css';
import { useEffect, useRef, useState } from 'react';
import { type CheckLevel, SELF_CHECK_NAMES } from '../../shared/domain/day-end';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { LevelTag } from './level-tag';
import { TEXTS } from './texts';
import { useSelfCheck } from './use-self-check';

/** 「自检」: everything that the day needs, at one look; what is red says what to do, and stands in nobody's way. */
export function SelfCheckScreen() {
  const { view, error, busy, again } = useSelfCheck();
  const mayTest = useMayAsk('selfCheck.testPage');
  const testing = useRequest('selfCheck.testPage');
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const test = async (): Promise<void> => {
    if (testing.busy || !mayTest) return;
    const result = await testing.run({});
    if (result.ok) setSaid(result.value.printJobId === '' ? TEXTS.noPrinter : TEXTS.sent);
  };
  useHotkeys({ 'Alt+R': again, 'Alt+P': () => void test() });
  const count = (level: CheckLevel): number => view?.items.filter((item) => item.level === level).length ?? 0;
  return (
    <div className="screen self-check">
      <Panel
        title={TEXTS.title}
        className="self-check-panel"
        aside={
          <span className="panel-end panel-acts">
            {view && (
              <>
                <span role="status">{TEXTS.summary(count('bad'), count('warn'))}</span>
                <span>{TEXTS.at(timeOf(view.at))}</span>
              </>
            )}
            {mayTest && (
              <Button hint="Alt+P" disabled={testing.busy} onClick={() => void test()}>
                {TEXTS.testPage}
              </Button>
            )}
            <Button ref={button} kind="primary" hint="Alt+R" disabled={busy} onClick={again}>
              {TEXTS.again}
            </Button>
          </span>
        }
      >
        {error && <ErrorNotice error={error} />}
        {testing.error && <ErrorNotice error={testing.error} onDismiss={testing.clear} />}
        {said && (
          <Notice level="good" onDismiss={() => setSaid('')}>
            {said}
          </Notice>
        )}
        {!view && !error && <p className="empty">{TEXTS.looking}</p>}
        {view && (
          <div className="self-check-body">
            <table className="table">
              <thead>
                <tr>
                  {TEXTS.head.map((head) => (
                    <th key={head}>{head}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {view.items.map(({ key, level, text, todo }) => (
                  <tr key={key}>
                    <td>{SELF_CHECK_NAMES[key]}</td>
                    <td>
                      <LevelTag level={level} />
                    </td>
                    <td>{text}</td>
                    <td>{todo}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {count('bad') > 0 && <p className="tone-quiet self-check-note">{TEXTS.none}</p>}
            {view.seen.length > 0 && (
              <section className="self-check-note" aria-label={TEXTS.seen}>
                <h3>{TEXTS.seen}</h3>
                {view.seen.map(({ name, at, red }) => (
                  <p key={`${name}${at}`}>{TEXTS.seenLine(timeOf(at), name, red.map((key) => SELF_CHECK_NAMES[key]).join('、'))}</p>
                ))}
              </section>
            )}
          </div>
        )}
      </Panel>
    </div>
  );
}
