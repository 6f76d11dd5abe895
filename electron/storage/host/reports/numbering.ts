import { v7 as uuid } from 'uuid';
import type { SettingChange } from '../../../../shared/contract/desk';
import type { Settings } from '../../../../shared/domain/settings';
import { refuse } from '../../../../shared/errors';
import { holdsNumbering, nextBriefingNumber, numberingDesk, termInForce } from '../../../../shared/rules/briefing-number';
import { decodeHlc } from '../../../../shared/rules/hlc';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** Which desk numbers, and what it is called. */
export async function numbering(host: Host, { hall, reports }: Pick<Settings, 'hall' | 'reports'>) {
  const terms = await host.reader.all('briefingTerms');
  const code = numberingDesk(reports.briefingDesk, hall.desks, terms);
  const name = hall.desks.find((desk) => desk.code === code)?.name ?? `${code}号登记台`;
  return { code, name, here: code === host.deskCode, term: termInForce(terms) };
}

/** Under the write lock of the desk that numbers: the next of the year after all that are known, and all that were handed over. */
export async function nextOf({ db }: Host, year: number, term: Opened<'briefingTerms'> | null): Promise<number> {
  const given = await lastOf(db, year);
  return nextBriefingNumber(given > 0 ? [given] : [], term?.year === year ? term.n : 0);
}

/** By index: those of a year are counted up. */
async function lastOf(db: Host['db'], year: number): Promise<number> {
  const last = await db.rows('briefings').where('[year+n]').between([year, 1], [year, Number.MAX_SAFE_INTEGER], true, true).last();
  return Number(last?.n ?? 0);
}

/**
 * A change of settings that would move the numbering: it is handed over by a row of its own, which no later save of an older
 * form can take back. @throws Refusal where this desk may not, or where the list of desks would lose the one that numbers
 */
export async function moveNumbering(host: Host, draft: Draft, change: SettingChange): Promise<void> {
  if (change.key !== 'reports' && change.key !== 'hall') return;
  const settings = await host.steady.settings();
  const now = await numbering(host, settings);
  if (change.key === 'hall') {
    const { desks } = change.value;
    const next = now.term ? now.code : numberingDesk(settings.reports.briefingDesk, desks);
    const known = settings.hall.desks.some(({ code }) => code === now.code);
    if (next !== now.code || (known && !desks.some(({ code }) => code === now.code)))
      refuse('refused', {
        message: `专报由${now.name}编号，尚未保存。请先在「专报和日终」把编号移交给另一台，再改登记台。`,
        fields: { desks: `${now.name}正在给专报编号` },
      });
    return;
  }
  const to = numberingDesk(change.value.briefingDesk, settings.hall.desks);
  if (to === now.code) return;
  const holds = holdsNumbering({ holder: now.code, holderName: now.name, here: host.deskCode, revokedBy: await revokedBy(host, now.code) });
  if (holds) refuse('refused', { message: '专报编号没有移交，设置没有改变，已填内容仍在。', fields: { briefingDesk: holds } });
  const year = Number(host.clock.today().slice(0, 4));
  const n = (await nextOf(host, year, now.term)) - 1;
  draft.add('briefingTerms', uuid(), { at: draft.at, term: (now.term?.term ?? 0) + 1, deskCode: to, year, n });
}

/** The desk that took it out of use: its change of the row says who wrote it. */
async function revokedBy({ db }: Host, code: string): Promise<string> {
  const row = await db.rows('desks').get(code);
  return row && typeof row.revokedAt === 'number' ? decodeHlc(row.clocks?.revokedAt ?? row.clock).desk : '';
}
