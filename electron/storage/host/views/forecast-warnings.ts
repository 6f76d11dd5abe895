import type { Group } from '../../../../shared/domain/emergency';
import type { ProposalView, WarningView } from '../../../../shared/domain/forecast-acts';
import { acknowledgedBy, inOrder } from '../../../../shared/rules/messages';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

type Reading = Pick<Host, 'db' | 'reader'>;

/** Published on a day, the newest first, each with who took it: of a group the first receipt counts. */
export async function warningViews(host: Reading, date: string): Promise<WarningView[]> {
  const { db, reader } = host;
  const warnings = await reader.open('forecastWarnings', await db.rows('forecastWarnings').where('date').equals(date).toArray());
  if (warnings.length === 0) return [];
  const receipts = await reader.open(
    'forecastReceipts',
    await receiptRows(
      host,
      warnings.map(({ id }) => id),
    ),
  );
  const staff = await reader.some(
    'staff',
    [...warnings, ...receipts].map(({ staffId }) => staffId),
  );
  const nameOf = (id: string): string => staff.get(id)?.name ?? '';
  return warnings
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id))
    .map(({ id, at, staffId, deskCode, groups, lines, note }, i): WarningView => {
      const first = acknowledgedBy(receipts.filter(({ warningId }) => warningId === id));
      return {
        ...{ id, date, n: i + 1, at, staffName: nameOf(staffId), deskCode, note, lines },
        groups: inOrder(groups).map((group) => {
          const by = first.get(group);
          return { group, receipt: by ? { at: by.at, person: by.person, byName: nameOf(by.staffId), deskCode: by.deskCode } : null };
        }),
      };
    })
    .reverse();
}

const receiptRows = ({ db }: Pick<Host, 'db'>, warningIds: readonly string[]): Promise<StoredRow[]> =>
  db
    .rows('forecastReceipts')
    .where('warningId')
    .anyOf([...warningIds])
    .toArray();

/** Which groups have still to take the newest warning of a day; opens nothing. */
export async function unreadGroups({ db }: Pick<Host, 'db'>, date: string): Promise<Group[]> {
  const rows = (await db.rows('forecastWarnings').where('date').equals(date).toArray()).filter((row) => !row.erased);
  const [newest] = rows.sort((a, b) => Number(b.at) - Number(a.at) || b.id.localeCompare(a.id));
  if (!newest) return [];
  const taken = new Set((await receiptRows({ db }, [newest.id])).filter((row) => !row.erased).map((row) => row.group));
  return inOrder(newest.groups as Group[]).filter((group) => !taken.has(group));
}

/** 预警建议 of a day, newest first, each with the leading group's first word on it. */
export async function proposalViews({ db, reader }: Reading, date: string): Promise<ProposalView[]> {
  const proposals = await reader.open('forecastProposals', await db.rows('forecastProposals').where('date').equals(date).toArray());
  const ids = proposals.map(({ id }) => id);
  const decisions = await reader.open('forecastDecisions', await db.rows('forecastDecisions').where('proposalId').anyOf(ids).toArray());
  decisions.sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  const staff = await reader.some(
    'staff',
    [...proposals, ...decisions].map(({ staffId }) => staffId),
  );
  const nameOf = (id: string): string => staff.get(id)?.name ?? '';
  return proposals
    .sort((a, b) => b.at - a.at || b.id.localeCompare(a.id))
    .map(({ id, at, staffId, risk, basis, advice, itemIds }): ProposalView => {
      const by = decisions.find(({ proposalId }) => proposalId === id);
      const { adopted = false, person = '', reason = '' } = by ?? {};
      return {
        ...{ id, at, staffName: nameOf(staffId), risk, basis, advice, itemIds },
        decision: by ? { at: by.at, adopted, person, byName: nameOf(by.staffId), reason } : null,
      };
    });
}
