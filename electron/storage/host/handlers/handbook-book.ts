import { type BookFacts, bookParts, wholeBook } from '../../../../shared/documents/handbook-book';
import { refuse } from '../../../../shared/errors';
import { CATALOGUE } from '../../../../shared/incidents/catalogue';
import { withdrawEntry } from '../../../../shared/rules/handbook';
import { dayOf, longDay } from '../../../../shared/rules/time';
import { HALL_KEY } from '../data-keys';
import { type Host, writeAs } from '../host';
import { mustHavePrinter } from '../incidents/incident-print';
import { printSheet } from '../reports/print-sheet';
import { editionsOf, mustBeEdition } from './handbook';
import { jobMade } from './printing';
import type { InternalHandlers } from './types';

type Handlers = Pick<InternalHandlers, 'internal.handbook.withdraw' | 'internal.handbook.book' | 'internal.handbook.printBook'>;

/** The handbook as a whole: an entry leaves it, and all that is in force is one paper (plan S27). */
export const handbookBookHandlers: Handlers = {
  'internal.handbook.withdraw': async (host, { id, signerId, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const found = await mustBeEdition(host, id);
      const withdrawal = withdrawEntry(await editionsOf(host, found.code, found.entryId));
      if (!withdrawal.ok) refuse('refused', { message: withdrawal.message });
      for (const { id: edition, state } of withdrawal.changes)
        draft.put('handbook', edition, { state, withdrawnAt: draft.at, withdrawnBy: signerId, withdrawReason: reason }, HALL_KEY);
      draft.audit(call.name, found.title, reason);
      return {};
    });
    return null;
  },

  'internal.handbook.book': async (host) => {
    const facts = await bookOf(host);
    return { parts: bookParts(facts) };
  },

  'internal.handbook.printBook': async (host, { pages }, call) => {
    const { jobId } = await writeAs(host, call, async (draft) => {
      const printer = await mustHavePrinter(host);
      const facts = await bookOf(host);
      // Somebody approved an entry between the counting and now: the pages would be another's.
      if (facts.entries.length !== pages.length - 1) refuse('conflict', { message: '手册刚有变动，没有打印。请再按一次打印全本。' });
      draft.audit(call.name, facts.date, `${facts.entries.length} 条`);
      const label = `处置手册全本 ${facts.date}`;
      return {
        jobId: await printSheet(host, draft, { kind: 'handbook-book', model: wholeBook(facts, pages), label, printer, counted: false }),
      };
    });
    return jobMade(host, jobId);
  },
};

/** What is in force, by type and title. */
async function bookOf(host: Host): Promise<BookFacts> {
  const entries = (await host.reader.all('handbook'))
    .filter(({ state, unreadable }) => state === 'in-force' && !unreadable)
    .sort((a, b) => a.code.localeCompare(b.code) || a.title.localeCompare(b.title) || a.id.localeCompare(b.id));
  if (entries.length === 0) refuse('refused', { message: '手册里还没有生效的条目，没有打印。请先审定一条。' });
  const names = await host.steady.staffNames();
  return {
    unitName: (await host.steady.settings()).unit.name,
    date: longDay(host.clock.today()),
    demo: await host.steady.demo(),
    entries: entries.map(({ code, title, body, edition, approvedAt, approvedBy }) => ({
      type: `${code} ${CATALOGUE[code].name}`,
      title,
      body,
      about: `第 ${edition} 版${approvedAt === null ? '' : `，${names.get(approvedBy) ?? ''} ${longDay(dayOf(approvedAt))} 审定`}`,
    })),
  };
}
