import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { z } from 'zod';
import type { DutySettings, RosterMember, RosterView } from '../../shared/domain/duty';
import { DUTY_POST_NAMES, DUTY_POSTS, DutyPost } from '../../shared/domain/duty';
import { timeOf } from '../../shared/rules/time';
import { Button, KeyHint } from '../components/button';
import { DataList } from '../components/data-list';
import { TextArea } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { isPlain } from '../hooks/plain-key';
import { useDraft } from '../hooks/use-draft';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useListFocus } from '../hooks/use-list-focus';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { CertificatesDialog } from './certificates-dialog';
import { MemberRow } from './member-row';
import { NeedsList } from './needs-list';
import { StandIns } from './stand-ins';
import { TEXTS } from './texts';

const T = TEXTS.roster;
const Typed = z.object({ posts: z.record(z.string(), DutyPost), reason: z.string() });
type Typed = z.infer<typeof Typed>;

const postsOf = (members: readonly RosterMember[]): Typed['posts'] =>
  Object.fromEntries(members.flatMap(({ id, post }) => (post === '' ? [] : [[id, post]])));

interface Props {
  title: string;
  view: RosterView;
  past: boolean;
  today: boolean;
  duty: DutySettings;
  /** Where another day is chosen. */
  turn: ReactNode;
}

/** One day's posts: a digit on a person gives theirs. What is typed and not saved is kept as a draft. */
export function RosterEditor({ title, view, past, today, duty, turn }: Props) {
  const saving = useRequest('roster.save');
  const may = useMayAsk('roster.save') && !past;
  const [typed, setTyped] = useState<Typed | null>(null);
  const [saved, setSaved] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const draft = useDraft(
    `roster-${view.date}`,
    () => (typed ? JSON.stringify(typed) : null),
    (text) => setTyped(Typed.parse(JSON.parse(text))),
  );
  const { whole, focusList } = useListFocus(true);
  const { posts, reason } = typed ?? { posts: postsOf(view.members), reason: view.saved?.reason ?? '' };
  const members = view.members.map((member) => ({ ...member, post: posts[member.id] ?? ('' as const) }));
  const change = (next: Typed): void => {
    setTyped(next);
    setSaved(false);
    draft.changed();
  };
  const give = (id: string, post: DutyPost | ''): void => {
    const { [id]: _, ...others } = posts;
    change({ posts: post === '' ? others : { ...others, [id]: post }, reason });
  };
  const save = async (): Promise<void> => {
    if (!may || saving.busy) return;
    const result = await saving.run({ date: view.date, posts, reason });
    if (!result.ok) return document.querySelector<HTMLElement>('.roster-side [aria-invalid="true"], .roster-side textarea')?.focus();
    await draft.discard();
    setTyped(null);
    setSaved(true);
  };
  useHotkeys({ ...(may ? { 'Ctrl+S': () => void save() } : {}), F8: focusList });
  const onKey = (event: KeyboardEvent, { id }: RosterMember): (() => void) | null => {
    const { key } = event;
    if (!may || !isPlain(event) || !/^\d$/.test(key)) return null;
    const post = key === '0' ? '' : DUTY_POSTS[Number(key) - 1];
    return post === undefined ? null : () => give(id, post);
  };
  const person = members.find(({ id }) => id === opened);
  return (
    <div className="roster">
      <Panel title={title} className="organisation-panel" aside={turn}>
        <div className="organisation-row roster-columns organisation-head" aria-hidden="true">
          {T.head.map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
        <div className="organisation-list" ref={whole}>
          <DataList
            label={T.list}
            rows={members}
            rowHeight={36}
            keyOf={({ id }) => id}
            empty={T.empty}
            onOpen={({ id }) => setOpened(id)}
            onSelect={() => {}}
            onKey={onKey}
          >
            {(member) => <MemberRow member={member} kinds={duty.certificates} />}
          </DataList>
        </div>
        {may && (
          <p className="roster-keys tone-quiet">
            {T.keysTitle}
            {DUTY_POSTS.map((post, i) => (
              <span key={post}>
                <KeyHint keys={String(i + 1)} /> {DUTY_POST_NAMES[post]}
              </span>
            ))}
            <span>
              <KeyHint keys="0" /> {T.clear}
            </span>
            <span>{T.open}</span>
          </p>
        )}
      </Panel>
      <Panel
        title={T.needs}
        className="roster-side"
        aside={
          may && (
            <Button kind="primary" hint="Ctrl+S" className="panel-end-button" disabled={saving.busy} onClick={() => void save()}>
              {TEXTS.save}
            </Button>
          )
        }
      >
        <div className="roster-body">
          {saved && <Notice level="good">{TEXTS.saved}</Notice>}
          {draft.restored && typed && (
            <Notice
              level="info"
              actions={
                <Button kind="quiet" onClick={() => void draft.discard().then(() => setTyped(null))}>
                  {TEXTS.discard}
                </Button>
              }
            >
              {TEXTS.restored}
            </Notice>
          )}
          <p className="tone-quiet">
            <Standing view={view} past={past} today={today} />
          </p>
          <NeedsList members={members} duty={duty} />
          <StandIns day={view.date} members={members} />
          <TextArea
            label={T.reason}
            rows={3}
            maxLength={200}
            value={reason}
            readOnly={!may}
            note={T.reasonNote}
            error={saving.error?.fields?.reason}
            onChange={({ target }) => change({ posts, reason: target.value })}
          />
          {saving.error && <ErrorNotice error={saving.error} />}
        </div>
      </Panel>
      {person && <CertificatesDialog member={person} day={view.date} kinds={duty.certificates} onClose={() => setOpened(null)} />}
    </div>
  );
}

/** Who made it and when; for today whether it is what people are on duty by. */
function Standing({ view: { saved }, past, today }: Pick<Props, 'view' | 'past' | 'today'>) {
  if (past) return T.past;
  if (!saved) return <Tag tone="warn">{T.proposal}</Tag>;
  if (today && !saved.confirmed) return <span className="tone-warn">{T.ahead(saved.staffName)}</span>;
  return T.savedBy(saved.staffName, timeOf(saved.at));
}
