import { v7 as uuid } from 'uuid';
import { CARE_KIND_NAMES } from '../../../../shared/domain/care-note';
import { refuse } from '../../../../shared/errors';
import { careApprovers, careState, checkCareNote, latestExpiry, mayEnd, mayRenew } from '../../../../shared/rules/care-note';
import { careNoteKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import type { Opened } from '../tables';
import { careNoteEntries, expiringNotes } from '../views/care-notes';
import type { InternalHandlers, LiveHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'careNote.detail' | 'careNote.approvers' | 'careNote.end'> &
  Pick<InternalHandlers, 'internal.careNote.write'>;

const CHANGED = '这条提示刚被别人续期或结束，什么也没有改变。请看最新情况。';

/** 关怀与关注. None of them stands in the way of anything: no other handler asks whether there is one. */
export const careNoteHandlers: Handlers = {
  'careNote.detail': async (host, { id }, call) => {
    const note = await mustFind(host, id);
    if (note.unreadable) refuse('damaged');
    await writeAs(host, call, async (draft) => draft.audit(call.name, id));
    const { detail, vitals, source, reason, endReason } = note;
    return { detail, vitals, source, reason, endReason };
  },

  'careNote.approvers': async ({ reader }, _input, { actor }) => {
    const staff = (await reader.all('staff')).filter(({ active }) => active);
    return careApprovers(staff, actor.staffId ?? '').map(({ id, name }) => ({ id, name }));
  },

  'internal.careNote.write': async (host, { personId, renews, note, approverId }, call) =>
    writeAs(host, call, async (draft) => {
      const { rules } = await host.steady.settings();
      const today = host.clock.today();
      const wrong = checkCareNote(note, { today, months: rules.careNoteMonths });
      if (Object.keys(wrong).length > 0)
        refuse('refused', { message: '还不能保存，已填内容仍在。请按提示修改。', fields: prefixed(wrong) });
      const before = renews === '' ? null : await mustFind(host, renews);
      if (before && !mayRenew(careState(before, today))) refuse('conflict', { message: CHANGED });
      // A renewal belongs to the record that the first one was written with.
      const owner = before?.personId ?? personId;
      const person = (await host.reader.one('persons', owner)) ?? refuse('not-found');
      if (person.unreadable) refuse('damaged');
      const id = uuid();
      const key = draft.newKey(careNoteKeyId(id));
      draft.add(
        'careNotes',
        id,
        { ...note, vitals: note.vitals ?? null, ...NEW, personId: owner, approverId, authorId: me(call), at: draft.at, renews },
        key,
      );
      if (before) draft.put('careNotes', before.id, { renewedBy: id }, before.keyId);
      draft.audit(before ? 'careNote.renew' : 'careNote.add', id, `${CARE_KIND_NAMES[note.kind]} 至 ${note.expires}`);
      return { id };
    }),

  'careNote.end': async (host, { id, reason }, call) =>
    writeAs(host, call, async (draft) => {
      const note = await mustFind(host, id);
      if (!mayEnd(careState(note, host.clock.today()))) refuse('conflict', { message: CHANGED });
      draft.put('careNotes', id, { endedAt: draft.at, endedBy: me(call), endReason: reason }, note.keyId);
      draft.audit(call.name, id, `${CARE_KIND_NAMES[note.kind]} 原至 ${note.expires}`);
      return {};
    }),
};

export const careNoteLives: Pick<LiveHandlers, 'careNote.ofPerson' | 'careNote.expiring'> = {
  'careNote.ofPerson': (host, { personId }, actor) =>
    host.db.reading(async () => {
      const { rules } = await host.reader.settings();
      const latest = latestExpiry(host.clock.today(), rules.careNoteMonths);
      return { notes: await careNoteEntries(host, personId, actor), latest };
    }),
  'careNote.expiring': (host) => host.db.reading(() => expiringNotes(host)),
};

const NEW = { renewedBy: '', endedAt: null, endedBy: '', endReason: '' };
const me = ({ actor }: { actor: { staffId: string | null } }): string => actor.staffId ?? '';
const prefixed = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, text]) => [`note.${field}`, text]));
const mustFind = async ({ reader }: Host, id: string): Promise<Opened<'careNotes'>> =>
  (await reader.one('careNotes', id)) ?? refuse('not-found');
