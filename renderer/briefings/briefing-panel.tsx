import { useEffect, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { BRIEFING_STATE_NAMES, type BriefingText, type BriefingView } from '../../shared/domain/briefing';
import { longDay, stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Facts, Panel, Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { BriefingActs } from './briefing-acts';
import { BRIEFING_TABS, type BriefingTab, BriefingTabs } from './briefing-tabs';
import { Course } from './course';
import { NameList } from './name-list';
import { Sentences } from './sentences';
import { STATE_TONES } from './state-tones';
import { TEXTS } from './texts';
import { useBriefingText } from './use-briefing-text';

/** One 专报: read, or written while it is a draft; one part of it at a time. */
export function BriefingPanel({ briefing, onOpen }: { briefing: BriefingView; onOpen(id: string): void }) {
  const [tab, setTab] = useState<BriefingTab>(briefing.state === 'issued' ? 'course' : 'overview');
  const [said, setSaid] = useState('');
  const writing = useBriefingText(briefing);
  const saving = useRequest('briefing.save');
  const editable = briefing.state === 'draft';
  const fields = saving.error?.fields ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is about the state before
  useEffect(() => saving.clear(), [briefing.state, saving.clear]);

  const save = async (): Promise<number | null> => {
    if (saving.busy || !writing.edited) return briefing.edition;
    const result = await saving.run({ requestId: uuid(), id: briefing.id, edition: writing.edition, input: writing.text });
    if (!result.ok) return null;
    writing.settled();
    setSaid(TEXTS.saved);
    return result.value.edition;
  };
  useHotkeys(Object.fromEntries(BRIEFING_TABS.map((name, i) => [`Alt+${i + 1}`, () => setTab(name)])));
  const at = writing.text.sections.findIndex(({ key }) => key === tab);
  const section = writing.text.sections[at];
  const put = (more: Partial<BriefingText>): void => writing.change({ ...writing.text, ...more });
  return (
    <Panel
      title={`${briefing.number} ${TEXTS.of(longDay(briefing.date))}`}
      className="briefing-panel"
      aside={
        <span className="panel-end">
          {writing.edited && <span>{TEXTS.changed} </span>}
          {briefing.corrects && <Tag tone="warn">{TEXTS.correcting(briefing.corrects)}</Tag>}{' '}
          {briefing.correctedBy && <Tag tone="warn">{TEXTS.correctedBy(briefing.correctedBy)}</Tag>}{' '}
          <Tag tone={STATE_TONES[briefing.state]}>{BRIEFING_STATE_NAMES[briefing.state]}</Tag>
        </span>
      }
    >
      <BriefingTabs tab={tab} onChoose={setTab} />
      {briefing.returned && editable && <Notice level="warning">{TEXTS.returned(briefing.returned)}</Notice>}
      {writing.restored && !writing.older && <Notice level="info">{TEXTS.kept}</Notice>}
      {writing.older && (
        <Notice level="warning" actions={<Button onClick={writing.settled}>{TEXTS.giveUp}</Button>}>
          {TEXTS.older}
        </Notice>
      )}
      {said && (
        <Notice level="good" onDismiss={() => setSaid('')}>
          {said}
        </Notice>
      )}
      {saving.error && <ErrorNotice error={saving.error} more={Object.values(fields)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it */}
      <div className="briefing-body" role="tabpanel" aria-labelledby={`briefing-${tab}`} tabIndex={0}>
        {tab === 'head' && <Head briefing={briefing} text={writing.text} editable={editable} errors={fields} onChange={put} />}
        {section && (
          <Sentences
            key={section.key}
            section={section}
            date={briefing.date}
            editable={editable}
            errors={fields}
            path={`input.sections.${at}`}
            onChange={(changed) => put({ sections: writing.text.sections.map((each) => (each.key === changed.key ? changed : each)) })}
          />
        )}
        {tab === 'names' && <NameList names={briefing.names} />}
        {tab === 'course' && <Course briefing={briefing} onSaid={setSaid} />}
      </div>
      <BriefingActs briefing={briefing} writing={writing} save={save} saving={saving.busy} onSaid={setSaid} onOpen={onOpen} />
    </Panel>
  );
}

interface HeadProps {
  briefing: BriefingView;
  text: BriefingText;
  editable: boolean;
  errors: Readonly<Record<string, string>>;
  onChange(more: Partial<BriefingText>): void;
}

const HEAD = [
  ['to', TEXTS.to, 200, ''],
  ['secrecy', TEXTS.secrecy, 20, ''],
  ['term', TEXTS.term, 20, TEXTS.termNote],
] as const;

function Head({ briefing, text, editable, errors, onChange }: HeadProps) {
  const hand = (name: string, at: number | null): string => (at === null ? '' : `${name} ${stampOf(at).slice(0, 16)}`);
  return (
    <div className="briefing-head">
      {editable &&
        HEAD.map(([name, label, most, note]) => (
          <TextField
            key={name}
            label={label}
            maxLength={most}
            value={text[name]}
            note={note}
            error={errors[`input.${name}`]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
      <Facts
        items={[
          ...(editable
            ? []
            : ([
                [TEXTS.to, text.to],
                [TEXTS.secrecy, text.secrecy],
                [TEXTS.term, text.term],
              ] as const)),
          ['拟稿', hand(briefing.drafterName, briefing.submittedAt) || briefing.drafterName],
          ['审核', hand(briefing.reviewerName, briefing.reviewedAt)],
          ['签发', hand(briefing.signerName, briefing.issuedAt)],
        ]}
      />
    </div>
  );
}
