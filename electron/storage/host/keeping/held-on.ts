import { CARE_KIND_NAMES } from '../../../../shared/domain/care-note';
import { RESULT_NAMES } from '../../../../shared/domain/disposal';
import { NOTE_KIND_NAMES } from '../../../../shared/domain/interview';
import type { HeldOn } from '../../../../shared/domain/keeping';
import { MATTER_STATE_NAMES } from '../../../../shared/domain/known-person';
import { DOCUMENT_KIND_NAMES } from '../../../../shared/domain/printing';
import { vitalsWords } from '../../../../shared/rules/care-note';
import { DOCUMENT_NAMES } from '../../../../shared/rules/identity';
import { maskName } from '../../../../shared/rules/mask';
import { dayOf, stampOf } from '../../../../shared/rules/time';
import type { Actor } from '../../protocol';
import { groupOf } from '../handlers/people-group';
import type { Host } from '../host';
import { mayKnow } from '../interviews/secrecy';
import type { Opened } from '../tables';
import { nameShown } from '../views/person-view';
import { keepingOfMatter, mattersOf } from './matter-keeping';

type Person = Opened<'persons'>;

/** All rows that speak of a person, under every document of theirs, as far as whoever asks may know them. */
async function rowsOf(host: Host, person: Person, actor: Actor) {
  const { db, reader } = host;
  const group = await groupOf(host, person.id);
  const all = await mattersOf(host, group);
  const matters = all.filter((matter) => mayKnow(matter, actor));
  const ids = matters.map(({ id }) => id);
  const visits = await reader.open('visits', await db.rows('visits').where('matterId').anyOf(ids).toArray());
  const own = visits.filter(({ personIds }) => personIds.some((id) => group.includes(id))).sort((a, b) => a.registeredAt - b.registeredAt);
  const talks = await reader.open(
    'interviews',
    await db
      .rows('interviews')
      .where('visitId')
      .anyOf(own.map(({ id }) => id))
      .toArray(),
  );
  const talkIds = talks.map(({ id }) => id);
  const recordings = await reader.open('recordings', await db.rows('recordings').where('interviewId').anyOf(talkIds).toArray());
  const jobs = await reader.open(
    'printJobs',
    await db
      .rows('printJobs')
      .where('visitId')
      .anyOf(own.map(({ id }) => id))
      .toArray(),
  );
  const careNotes = await reader.open('careNotes', await db.rows('careNotes').where('personId').anyOf(group).toArray());
  const forecasts = await reader.open('forecastItems', await db.rows('forecastItems').where('personId').anyOf(group).toArray());
  const known = forecasts.filter(({ matterId }) => !all.some(({ id }) => id === matterId) || ids.includes(matterId));
  const records = [...(await reader.some('persons', group)).values()];
  return {
    records,
    group,
    matters,
    hidden: all.length - matters.length,
    visits: own,
    talks,
    recordings,
    jobs,
    careNotes,
    forecasts: known,
  };
}

export async function heldOn(host: Host, person: Person, actor: Actor): Promise<HeldOn> {
  const { matters, hidden, visits, talks, recordings, jobs, careNotes, forecasts } = await rowsOf(host, person, actor);
  const kept = (await Promise.all(matters.map((matter) => keepingOfMatter(host, matter)))).flatMap((each) => each.kept);
  const sentences = new Map(kept.map((each) => [each.sentence, each]));
  return {
    maskedName: maskName(nameShown(person)),
    ...{ visits: visits.length, matters: matters.length, talks: talks.length, papers: jobs.length, careNotes: careNotes.length },
    ...{ forecasts: forecasts.length, hidden },
    recordings: recordings.filter(({ state }) => state !== 'destroyed').length,
    kept: [...sentences.values()],
  };
}

type Line = [kind: string, day: string, number: string, text: string];

/** What is held on a person, in full: it is their own copy (个人信息保护法 45 条). Of others in a collective visit nothing stands in it. */
export async function linesOf(host: Host, person: Person, actor: Actor): Promise<string[][]> {
  const { reader, db } = host;
  const { records, group, matters, hidden, visits, talks, recordings, jobs, careNotes, forecasts } = await rowsOf(host, person, actor);
  const lines: Line[] = [];
  const of = (kind: string, day: string, number: string, facts: readonly (readonly [string, string])[]): void => {
    for (const [name, value] of facts) if (value !== '') lines.push([kind, day, number, `${name}：${value}`]);
  };
  for (const record of records.filter(({ unreadable }) => !unreadable))
    of('身份信息', dayOf(record.createdAt), '', [
      ['姓名', nameShown(record)],
      ['证件', `${DOCUMENT_NAMES[record.docType]} ${record.docNumber}`.trim()],
      ['手机', record.phone],
      ['住址', record.address],
      ['出生日期', record.birthDate ?? ''],
    ]);
  const byId = new Map(matters.map((matter) => [matter.id, matter]));
  const numbers = new Map(visits.map(({ id, number }) => [id, number]));
  for (const { date, number, matterId, summary, place, personIds, attendance } of visits) {
    const matter = byId.get(matterId);
    const there = attendance[personIds.findIndex((id) => group.includes(id))];
    of('来访登记', date, number, [
      ['来访事由', summary],
      ['问题属地', place],
      ['事项', matter?.title ?? ''],
      ['办理状态', matter ? MATTER_STATE_NAMES[matter.state] : ''],
      ['未带证件的原因', there?.noDocumentReason ?? ''],
      ['监护人', there?.guardian?.name ?? ''],
    ]);
  }
  for (const talk of talks) {
    const number = numbers.get(talk.visitId) ?? '';
    const { focus, result, disposal } = talk;
    of('接谈', talk.date, number, [
      ['具体诉求', focus.demand.text],
      ['时间地点', focus.occasion.text],
      ['已采取的途径', focus.channels.text],
      ['期望解决时限', focus.expectation.text],
      ['处理结果', result ? RESULT_NAMES[result] : ''],
      ['答复', disposal?.answer ?? ''],
    ]);
    const notes = await reader.openOnce(
      'notes',
      await db.rows('notes').where('[interviewId+n]').between([talk.id, 0], [talk.id, Number.MAX_SAFE_INTEGER]).toArray(),
    );
    for (const { at, kind, text } of notes) if (text) lines.push(['接谈记录', stampOf(at), number, `${NOTE_KIND_NAMES[kind]}：${text}`]);
  }
  for (const { startedAt, durationMs, state, destroyableFrom } of recordings)
    lines.push([
      '接谈录音',
      stampOf(startedAt),
      '',
      state === 'destroyed' ? '已销毁' : `${Math.round(durationMs / 1000)} 秒，保存至 ${destroyableFrom} 前`,
    ]);
  for (const { createdAt, kind, visitId } of jobs)
    lines.push(['打印文书', stampOf(createdAt), numbers.get(visitId ?? '') ?? '', DOCUMENT_KIND_NAMES[kind]]);
  for (const { at, kind, arrangement, vitals, expires } of careNotes) {
    const measured = vitals ? `，${vitalsWords(vitals)}` : '';
    lines.push([CARE_KIND_NAMES[kind], at ? dayOf(at) : '', '', `${arrangement}${measured}（有效至 ${expires}）`]);
  }
  for (const { id, date, who, demand, place, history, age } of forecasts) {
    const traits = await reader.one('forecastTraits', id);
    of('今日预判', date, '', [
      ['来访人或群体', who],
      ['主要诉求', demand],
      ['属地', place],
      ['历史处理情况', history],
      ['年龄', age],
      ['健康状况', traits?.health ?? ''],
      ['过往行为', traits?.conduct ?? ''],
    ]);
  }
  if (hidden > 0) lines.push(['保密事项', '', '', `另有 ${hidden} 件由指定人员另行答复`]);
  return lines;
}
