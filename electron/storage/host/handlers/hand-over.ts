import { v7 as uuid } from 'uuid';
import { buildHandOver } from '../../../../shared/documents/day-report';
import type { HandOverPart } from '../../../../shared/domain/day-end';
import { levelName } from '../../../../shared/domain/emergency';
import { INCIDENT_STATE_NAMES } from '../../../../shared/domain/incident';
import { VISIT_STATE_NAMES } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { callList } from '../../../../shared/rules/incident-calls';
import { incidentPicture } from '../../../../shared/rules/incident-picture';
import { timeOf } from '../../../../shared/rules/time';
import { type Host, writeAs } from '../host';
import { entriesOf } from '../incidents/incident-entries';
import { mustHavePrinter } from '../incidents/incident-print';
import { responseOf } from '../incidents/response-of';
import { runningIncidents } from '../incidents/running';
import { printSheet } from '../reports/print-sheet';
import type { Opened } from '../tables';
import { queueRows } from '../views/queue-view';
import { openVisits } from '../visits/open-visits';
import { jobMade } from './printing';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'handOver.draft'> & Pick<InternalHandlers, 'internal.handOver.add' | 'internal.handOver.print'>;

/** 交接单: open cards, things held, calls that are still to be made, how an incident stands (day-and-roles). */
export const handOverHandlers: Handlers = {
  'handOver.draft': (host) => host.db.reading(async () => ({ parts: await partsOf(host) })),

  'internal.handOver.add': (host, { giverId, takerId, note }, call) =>
    writeAs(host, call, async (draft) => {
      const parts = await partsOf(host);
      const id = uuid();
      draft.add('handOvers', id, { date: host.clock.today(), deskCode: host.deskCode, at: draft.at, giverId, takerId, parts, note });
      const names = await host.steady.staffNames();
      draft.audit(call.name, `${names.get(giverId) ?? ''} → ${names.get(takerId) ?? ''}`);
      return { id };
    }),

  'internal.handOver.print': async (host, { id }, call) => {
    const { jobId } = await writeAs(host, call, async (draft) => {
      const printer = await mustHavePrinter(host);
      const row = (await host.reader.one('handOvers', id)) ?? refuse('not-found', { message: '没有找到这份交接单，请按最新列表操作。' });
      if (row.unreadable) refuse('damaged');
      const { unit, hall } = await host.steady.settings();
      const names = await host.steady.staffNames();
      const { date, at, parts, note, giverId, takerId, deskCode } = row;
      const model = buildHandOver({
        ...{ unitName: unit.name, demo: await host.steady.demo(), date, at, parts, note, byName: '' },
        deskName: hall.desks.find(({ code }) => code === deskCode)?.name ?? '',
        giverName: names.get(giverId) ?? '',
        takerName: names.get(takerId) ?? '',
      });
      draft.audit(call.name, date);
      const label = `交接单 ${date} ${timeOf(at)}`;
      return { jobId: await printSheet(host, draft, { kind: 'hand-over', model, label, printer, counted: true }) };
    });
    return jobMade(host, jobId);
  },
};

async function partsOf(host: Host): Promise<HandOverPart[]> {
  const visits = await host.reader.open('visits', await openVisits(host));
  const queue = await queueRows(host, visits);
  const incidents = await runningIncidents(host);
  const told = await Promise.all(incidents.map((incident) => incidentLines(host, incident)));
  return [
    {
      title: '未交还的卡',
      lines: queue.map(
        (row) =>
          `${row.queueNumber}　${row.nameMasked}　${row.present} 人　${VISIT_STATE_NAMES[row.state]}${row.cardLost ? '（卡遗失）' : ''}`,
      ),
    },
    { title: '寄存物品', lines: await heldLines(host) },
    { title: '待打电话', lines: told.flatMap(({ calls }) => calls) },
    { title: '突发事件', lines: told.map(({ state }) => state) },
  ];
}

async function heldLines({ db, reader }: Host): Promise<string[]> {
  const rows = await db.rows('items').where('[state+visitId]').between(['held', ''], ['held', '\uffff']).toArray();
  const items = await reader.open('items', rows);
  const visits = await reader.some(
    'visits',
    items.map(({ visitId }) => visitId),
  );
  return items.map(
    ({ name, count, receiptNo, dangerous, visitId }) =>
      `${receiptNo}　${name} ${count} 件${dangerous ? '（危险物品）' : ''}　${visits.get(visitId)?.queueNumber ?? ''}`,
  );
}

async function incidentLines(host: Host, incident: Opened<'incidents'>): Promise<{ state: string; calls: string[] }> {
  const { settings, staff } = await responseOf(host, incident);
  const picture = incidentPicture(await entriesOf(host, incident.id), incident.plan);
  const calls = callList(picture, incident.plan, settings.emergency, staff, settings.unit.unitType).filter(({ toldAt }) => toldAt === null);
  const drill = incident.mode === 'drill' ? '【演练】' : '';
  return {
    state: `${drill}${incident.number}　${incident.plan?.neutral ?? '类型待定'}　${INCIDENT_STATE_NAMES[picture.state]}　${levelName(picture.level)}，${timeOf(incident.raisedAt)} 起`,
    calls: calls.map(({ name, person, phone }) => `${drill}${incident.number}　${[name, person, phone].filter(Boolean).join(' ')}`),
  };
}
