import { useState } from 'react';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { NoticesDialog } from './notices-dialog';
import { TEXTS } from './texts';

/** What can be done in 关于: the words of every licence, and (administrators) 诊断信息 in a file. */
export function useAboutActs() {
  const [reading, setReading] = useState(false);
  const [exported, setExported] = useState('');
  const mayExport = useMayAsk('about.saveDiagnostics');
  const take = useRequest('about.saveDiagnostics');
  const save = async (): Promise<void> => {
    if (take.busy || !mayExport) return;
    setExported('');
    const result = await take.run({});
    if (result.ok && result.value.saved) setExported(result.value.fileName);
  };
  useHotkeys({ 'Alt+N': () => setReading(true), 'Alt+E': () => void save() });
  const buttons = (
    <span className="panel-end panel-acts">
      {mayExport && (
        <Button hint="Alt+E" disabled={take.busy} onClick={() => void save()}>
          {TEXTS.diagnostics}
        </Button>
      )}
      <Button hint="Alt+N" onClick={() => setReading(true)}>
        {TEXTS.notices}
      </Button>
    </span>
  );
  const said = (
    <>
      {take.error && <ErrorNotice error={take.error} onDismiss={take.clear} />}
      {exported && (
        <Notice level="good" onDismiss={() => setExported('')}>
          {TEXTS.exported(exported)}
        </Notice>
      )}
      {reading && <NoticesDialog onClose={() => setReading(false)} />}
    </>
  );
  return { buttons, said };
}
