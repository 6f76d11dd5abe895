import { useState } from 'react';
import type { BriefingSection, Sentence } from '../../shared/domain/briefing';
import { BRIEFING_SECTION_NAMES } from '../../shared/domain/briefing';
import { Button } from '../components/button';
import { TextArea } from '../components/field';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { SourceTags } from './source-tag';
import { TEXTS } from './texts';

interface Props {
  section: BriefingSection;
  /** The day that they are about. */
  date: string;
  editable: boolean;
  errors: Readonly<Record<string, string>>;
  /** Of the section, in the path of a refused field. */
  path: string;
  onChange(section: BriefingSection): void;
}

const A_LINE = 46;
const rowsOf = (text: string): number => Math.min(8, Math.max(1, Math.ceil(text.length / A_LINE)));

/** The sentences of one section, each with the records it came from; edited ones show what the record says. */
export function Sentences({ section, date, editable, errors, path, onChange }: Props) {
  const name = BRIEFING_SECTION_NAMES[section.key];
  const { sentences } = section;
  const put = (all: Sentence[]): void => onChange({ ...section, sentences: all });
  const write = (at: number, text: string): void => put(sentences.map((each, i) => (i === at ? { ...each, text } : each)));
  const [taken, setTaken] = useState<readonly { at: number; sentence: Sentence }[]>([]);
  const take = (at: number, sentence: Sentence): void => {
    setTaken([...taken, { at, sentence }]);
    put(sentences.filter((_, i) => i !== at));
  };
  const putBack = (): void => {
    const last = taken.at(-1);
    if (!last) return;
    setTaken(taken.slice(0, -1));
    put([...sentences.slice(0, last.at), last.sentence, ...sentences.slice(last.at)]);
  };
  const add = (): void => put([...sentences, { text: '', generated: '', sources: [] }]);
  useHotkeys({ 'Alt+A': add, 'Alt+Z': putBack }, { enabled: editable });
  return (
    <div className="briefing-sentences">
      {sentences.map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no names; their place is what they are
        <section key={i} className="briefing-sentence">
          {editable ? (
            <TextArea
              label={TEXTS.sentence(name, i + 1)}
              dense
              rows={rowsOf(each.text)}
              maxLength={2000}
              placeholder={TEXTS.blank}
              value={each.text}
              error={errors[`${path}.sentences.${i}.text`]}
              onChange={(event) => write(i, event.target.value)}
            />
          ) : (
            <p className="briefing-words">{each.text || TEXTS.blank}</p>
          )}
          <p className="briefing-source">
            <span>{TEXTS.source}</span>
            <SourceTags sources={each.sources} date={date} />
            {each.generated !== '' && each.text !== each.generated && (
              <>
                <span title={TEXTS.original(each.generated)}>
                  <Tag tone="warn">{TEXTS.edited}</Tag>
                </span>
                {editable && (
                  <Button kind="quiet" onClick={() => write(i, each.generated)}>
                    {TEXTS.restore}
                  </Button>
                )}
              </>
            )}
            {editable && (
              <Button kind="quiet" aria-label={`${TEXTS.remove}：${i + 1}`} onClick={() => take(i, each)}>
                {TEXTS.remove}
              </Button>
            )}
          </p>
        </section>
      ))}
      {sentences.length === 0 && <p className="tone-quiet">{TEXTS.blank}</p>}
      {editable && (
        <span className="briefing-sentence-acts">
          <Button hint="Alt+A" onClick={add}>
            {TEXTS.addSentence}
          </Button>
          {taken.length > 0 && (
            // The button that took it away is gone with it: the keyboard stands on the way back.
            <Button key={taken.length} autoFocus hint="Alt+Z" onClick={putBack}>
              {TEXTS.putBack(taken.length)}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
