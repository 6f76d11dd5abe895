import './about.css';
import { useState } from 'react';
import type { NoticeHead } from '../../shared/contract/about';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const ROW = 36;

/** 第三方声明: whose work is in the program, and the words under which it came. All of it lies on this machine. */
export function NoticesDialog({ onClose }: { onClose(): void }) {
  const list = useAnswer('about.notices', {});
  const [chosen, choose] = useState<NoticeHead>();
  const words = useAnswer('about.notice', chosen ? { id: chosen.id } : null);
  const save = useRequest('about.saveNotices');
  const [saved, setSaved] = useState('');
  const keep = async (part: NoticeHead['part']): Promise<void> => {
    if (save.busy) return;
    setSaved('');
    const result = await save.run({ part });
    if (result.ok && result.value.saved) setSaved(result.value.fileName);
  };
  useHotkeys({ 'Alt+S': () => void keep('program'), 'Alt+R': () => void keep('runtime') }, { inDialog: true });
  const heads = list.value ?? [];
  const count = (part: NoticeHead['part']): number => heads.filter((each) => each.part === part).length;
  return (
    <Dialog
      title={TEXTS.noticesTitle}
      size="all"
      onClose={onClose}
      stage={list.value ? 'read' : 'reading'}
      aside={list.value && <span className="tone-quiet">{TEXTS.count(count('program'), count('runtime'))}</span>}
    >
      <p className="notices-why">{TEXTS.noticesWhy}</p>
      {list.error && <ErrorNotice error={list.error} />}
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clear} />}
      {saved && (
        <Notice level="good" onDismiss={() => setSaved('')}>
          {TEXTS.saved(saved)}
        </Notice>
      )}
      <div className="notices">
        {list.value ? (
          <DataList
            label={TEXTS.list}
            rows={heads}
            rowHeight={ROW}
            keyOf={({ id }) => id}
            empty={TEXTS.empty}
            onSelect={(head) => choose(head)}
            onOpen={(head) => choose(head)}
            autoFocus
          >
            {({ name, version, licence, part }) => (
              <div className="notice-part">
                <span className="notice-part-name">{version ? `${name} ${version}` : name}</span>
                <span className="notice-part-licence">{licence || TEXTS.partNames[part]}</span>
              </div>
            )}
          </DataList>
        ) : (
          <p className="empty">{TEXTS.loading}</p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
        <section className="notice-words" aria-label={TEXTS.text} tabIndex={0}>
          {words.error ? words.error.message : (words.value?.text ?? (chosen ? TEXTS.loading : ''))}
        </section>
      </div>
      <footer className="dialog-foot">
        <Button hint="Alt+R" disabled={save.busy} onClick={() => void keep('runtime')}>
          {TEXTS.saveRuntime}
        </Button>
        <Button hint="Alt+S" disabled={save.busy} onClick={() => void keep('program')}>
          {TEXTS.saveProgram}
        </Button>
      </footer>
    </Dialog>
  );
}
