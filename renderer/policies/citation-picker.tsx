import './policies.css';
import { useState } from 'react';
import { Dialog } from '../components/dialog';
import { ArticlePane } from './article-pane';
import { ArticleSearch } from './article-search';
import { PICK, TEXTS } from './texts';

/** 「引用政策」 over any screen: search, Enter picks the article. What is frozen of it is the storage host's to say. */
export function CitationPicker({ onPick, onClose }: { onPick(articleId: string): void; onClose(): void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Dialog title={PICK.title} size="full" onClose={onClose}>
      <div className="policies citation-picker">
        <div className="policies-side">
          <ArticleSearch
            label={PICK.search}
            enter={TEXTS.cite}
            text={text}
            onText={setText}
            onSelect={(row) => setChosen(row?.id ?? null)}
            onEnter={(row) => onPick(row.id)}
          />
        </div>
        <ArticlePane id={text.trim() === '' ? null : chosen} text={text} />
      </div>
    </Dialog>
  );
}
