import { RESULT_NAMES, type ResultKind } from '../../../../shared/domain/disposal';
import { SATISFACTION } from '../../../../shared/domain/follow-up';
import { FORECAST_CHANNEL_NAMES, FORECAST_GRADE_NAMES } from '../../../../shared/domain/forecast';
import { INCIDENT_STATE_NAMES } from '../../../../shared/domain/incident';
import { MATTER_STATE_NAMES } from '../../../../shared/domain/known-person';
import { DOCUMENT_KIND_NAMES, PRINT_STATE_NAMES } from '../../../../shared/domain/printing';
import type { StatRecord } from '../../../../shared/domain/statistics';
import { VISIT_STATE_NAMES } from '../../../../shared/domain/visit';
import { SECRET_WORDS } from '../../../../shared/rules/mask';
import { dayOf } from '../../../../shared/rules/time';
import type { FactTable } from '../../../../shared/statistics/facts';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import { nameShown } from '../views/person-view';
import { visitRows } from '../views/visit-view';

/** Rows of any counted table as lines of one list, in their order. What a secret matter is about is in none of them. */
export async function recordsOfRows(host: Host, table: FactTable, rows: readonly StoredRow[]): Promise<StatRecord[]> {
  switch (table) {
    case 'visits':
      return visits(host, rows);
    case 'interviews':
      return ofVisits(host, rows, (row) => ({ day: String(row.date), tag: RESULT_NAMES[row.result as ResultKind] ?? '' }));
    case 'promises': {
      const opened = new Map((await host.reader.open('promises', rows)).map((promise) => [promise.id, promise]));
      return ofVisits(host, rows, (row) => ({ day: String(row.due), tag: opened.get(row.id)?.label ?? '' }));
    }
    case 'incidents':
      return incidents(host, rows);
    case 'followUps': {
      const records = await recordsOfMatters(
        host,
        rows.map(({ matterId }) => String(matterId)),
      );
      return records.map((record, i) => ({
        ...record,
        id: rows[i]?.id ?? record.id,
        day: String(rows[i]?.day),
        tag: SATISFACTION[Number(rows[i]?.number) - 1] ?? '',
      }));
    }
    case 'printJobs':
      return printJobs(host, rows);
    case 'forecastItems':
      return forecasts(host, rows);
  }
}

async function visits(host: Host, rows: readonly StoredRow[]): Promise<StatRecord[]> {
  const shown = await visitRows(host, await host.reader.open('visits', rows));
  return shown.map(({ id, date, number, name, summary, heads, state }) => ({
    ...{ id, number, name, day: date, words: summary },
    opens: { kind: 'visit', id },
    tag: `${heads} 人 ${VISIT_STATE_NAMES[state]}`,
  }));
}

/** Rows that belong to a visit: its line, with the row's own day and word. */
async function ofVisits(
  host: Host,
  rows: readonly StoredRow[],
  own: (row: StoredRow) => { day: string; tag: string },
): Promise<StatRecord[]> {
  const byId = await host.reader.some(
    'visits',
    rows.map(({ visitId }) => String(visitId ?? '')),
  );
  const shown = new Map((await visitRows(host, [...byId.values()])).map((visit) => [visit.id, visit]));
  const alone = rows.filter(({ visitId }) => !shown.has(String(visitId ?? ''))).map(({ matterId }) => String(matterId));
  const matters = new Map((await recordsOfMatters(host, alone)).map((record, i) => [alone[i], record]));
  return rows.map((row) => {
    const visit = shown.get(String(row.visitId ?? ''));
    const known: StatRecord = visit
      ? {
          ...{ id: visit.id, number: visit.number, name: visit.name, words: visit.summary, day: '', tag: '' },
          opens: { kind: 'visit', id: visit.id },
        }
      : (matters.get(String(row.matterId)) ?? { id: row.id, opens: null, day: '', number: '', name: '', words: '', tag: '' });
    return { ...known, id: row.id, ...own(row) };
  });
}

/** Matters by their newest visit, one line for each id asked. */
export async function recordsOfMatters(host: Host, ids: readonly string[]): Promise<StatRecord[]> {
  const { db, reader } = host;
  const matters = await reader.some('matters', ids);
  const people = await reader.some(
    'persons',
    [...matters.values()].flatMap(({ personIds }) => personIds[0] ?? []),
  );
  return Promise.all(
    ids.map(async (id): Promise<StatRecord> => {
      const matter = matters.get(id);
      const visit = await db.rows('visits').where('matterId').equals(id).last();
      const person = people.get(matter?.personIds[0] ?? '');
      return {
        id,
        opens: visit && !visit.erased ? { kind: 'visit', id: visit.id } : null,
        day: matter?.lastVisit ?? '',
        number: String(visit?.number ?? ''),
        name: person ? nameShown(person) : '',
        words: matter?.secret ? SECRET_WORDS : (matter?.title ?? ''),
        tag: matter ? MATTER_STATE_NAMES[matter.state] : '',
      };
    }),
  );
}

async function incidents(host: Host, rows: readonly StoredRow[]): Promise<StatRecord[]> {
  const { emergency } = await host.steady.settings();
  return (await host.reader.open('incidents', rows)).map((incident) => ({
    id: incident.id,
    opens: { kind: 'incident', id: incident.id },
    day: incident.date,
    number: incident.number,
    name: '',
    words: (emergency.neutralTitle ? incident.plan?.neutral : incident.plan?.name) ?? '类型未定',
    tag: INCIDENT_STATE_NAMES[incident.state],
  }));
}

async function printJobs({ reader }: Host, rows: readonly StoredRow[]): Promise<StatRecord[]> {
  return (await reader.open('printJobs', rows)).map(({ id, kind, visitId, createdAt, label, note, state }) => ({
    id,
    opens: visitId ? { kind: 'visit', id: visitId } : null,
    day: dayOf(createdAt),
    number: label,
    name: DOCUMENT_KIND_NAMES[kind],
    words: note,
    tag: PRINT_STATE_NAMES[state],
  }));
}

/** Who may come and what about; health and conduct stand in rows of their own and are not asked for. */
async function forecasts({ reader }: Host, rows: readonly StoredRow[]): Promise<StatRecord[]> {
  return (await reader.open('forecastItems', rows)).map(({ id, date, channel, who, demand, grade, suggested }) => ({
    ...{ id, opens: { kind: 'forecast', id }, day: date, name: who, words: demand },
    number: FORECAST_CHANNEL_NAMES[channel],
    tag: `${FORECAST_GRADE_NAMES[grade || suggested]}${grade ? '' : '（建议）'}`,
  }));
}
