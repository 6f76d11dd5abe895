import type { MergeCandidate } from '../../../../shared/contract/people';
import { refuse } from '../../../../shared/errors';
import { compareGroups } from '../../../../shared/rules/merge-hint';
import { reasonSuffices } from '../../../../shared/rules/merge-reason';
import { groupIn, mergeProblem } from '../../../../shared/rules/person-group';
import { personKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import type { Opened } from '../tables';
import { groupOf, linksAround } from './people-group';
import { candidateOf, peopleOf } from './people-hints';
import { personPage } from './people-page';
import type { LiveHandlers, RequestHandlers } from './types';

const CHANGED = '这些记录刚被别人改过，什么也没有改变。请核对最新内容后再做。';

export const peopleLives: Pick<LiveHandlers, 'person.page'> = {
  'person.page': (host, { personId, limit }) => host.db.reading(() => personPage(host, personId, limit)),
};

/**
 * A merge is a link and nothing else: documents, names, visits and matters stay where they are, so that taking the
 * link away leaves everything exactly as it was.
 */
export const peopleHandlers: Pick<RequestHandlers, 'person.compare' | 'person.merge' | 'person.split' | 'person.notDuplicate'> = {
  'person.compare': (host, { personId, otherId }) => host.db.reading(() => compare(host, personId, otherId)),

  'person.merge': async (host, { from, into, reason, expected }, call) => {
    await writeAs(host, call, async (draft) => {
      const [under, over] = await Promise.all([readable(host, from), readable(host, into)]);
      if (under.version !== expected.from || over.version !== expected.into) refuse('conflict', { message: CHANGED });
      if (under.docType === 'anonymous' || over.docType === 'anonymous')
        refuse('refused', { message: '匿名登记不能与其他记录合并，什么也没有改变。' });
      const links = await linksAround(host, [from, into]);
      const problem = mergeProblem(links, from, into);
      if (problem) refuse('refused', { message: problem });
      const own = await peopleOf(host, groupIn(links, into));
      const other = await peopleOf(host, groupIn(links, from));
      if (!reasonSuffices(compareGroups(own.filter(isReadable), other.filter(isReadable)), reason)) {
        const text = '这两份记录有不一致之处，请具体写明认定为同一人的依据';
        refuse('refused', { message: `${text}，尚未合并。`, fields: { reason: text } });
      }
      draft.put('persons', from, { mergedInto: into, mergeReason: reason }, personKeyId(from));
      // Changes nothing in it: what was done stands in the history of both, and older sight of either is refused.
      draft.put('persons', into, {}, personKeyId(into));
      draft.audit(call.name, from, into);
      return {};
    });
    return {};
  },

  'person.split': async (host, { id, reason, expected }, call) => {
    await writeAs(host, call, async (draft) => {
      const record = (await host.reader.one('persons', id)) ?? refuse('not-found');
      if (record.version !== expected) refuse('conflict', { message: CHANGED });
      const { mergedInto } = record;
      if (!mergedInto) refuse('conflict', { message: '这份记录已经拆分，什么也没有改变。' });
      // The reason belongs to the act, not to the record, which shall be as it was: said, and in the same batch unsaid.
      const key = personKeyId(id);
      draft.put('persons', id, record.unreadable ? { mergedInto: undefined } : { mergedInto: undefined, mergeReason: reason }, key);
      if (!record.unreadable) draft.put('persons', id, { mergeReason: undefined }, key);
      if (await host.reader.one('persons', mergedInto)) draft.put('persons', mergedInto, {}, personKeyId(mergedInto));
      draft.audit(call.name, id, mergedInto);
      return {};
    });
    return {};
  },

  'person.notDuplicate': async (host, { personId, otherId }, call) => {
    await writeAs(host, call, async (draft) => {
      const [person] = await Promise.all([readable(host, personId), readable(host, otherId)]);
      if (person.notSame?.includes(otherId)) return {};
      draft.put('persons', personId, { notSame: [...(person.notSame ?? []), otherId] }, personKeyId(personId));
      draft.audit(call.name, personId, otherId);
      return {};
    });
    return {};
  },
};

const isReadable = (person: Opened<'persons'>): boolean => !person.unreadable;

async function readable({ reader }: Host, id: string): Promise<Opened<'persons'>> {
  const person = (await reader.one('persons', id)) ?? refuse('not-found');
  return person.unreadable ? refuse('damaged') : person;
}

async function compare(host: Host, personId: string, otherId: string): Promise<MergeCandidate> {
  const [own, other] = [await groupOf(host, personId), await groupOf(host, otherId)];
  if (own.includes(otherId)) refuse('refused', { message: '这两份记录已经是同一人，不用再合并。' });
  const [people, others] = [await peopleOf(host, own), await peopleOf(host, other)];
  if (people.length === 0 || others.length === 0) refuse('not-found');
  return candidateOf(host, people, others);
}
