import type { BriefingSection, BriefingSectionKey, NameLine, Sentence, Source } from '../domain/briefing';
import { BRIEFING_SECTIONS } from '../domain/briefing';
import { RESULT_NAMES } from '../domain/disposal';
import { levelName } from '../domain/emergency';
import { FORECAST_GRADE_NAMES } from '../domain/forecast';
import { FOCUS_FIELDS, FOCUS_NAMES } from '../domain/interview';
import { severeMood, whyCase } from './briefing-cases';
import type { BriefingFacts, DayForecast, DayIncident, DayTalk, DayVisit } from './briefing-facts';
import { gravestFirst, warnedOf, warnings } from './briefing-warnings';
import { maskDocument, maskNameByLength, SECRET_WORDS } from './mask';
import { maskWithin } from './mask-within';
import { longDay, namedDay } from './time';

/** What nobody knows is said to be unknown; what the records show there was not is 「无」 (README fact on blanks, S29). */
export const UNKNOWN_GROUP = '未掌握';
export const NONE_GROUP = '无';
/** A sentence that a person wrote or that stands in for nothing. */
const MOST = 1900;

/** The sections as the records of the day tell them, masked. Each sentence names the records it was made from. */
export function draftBriefing(facts: BriefingFacts): BriefingSection[] {
  const made: Record<BriefingSectionKey, Sentence[]> = {
    overview: overview(facts),
    cases: cases(facts),
    handling: handling(facts),
    promises: promised(facts),
    risks: risks(facts),
    advice: advice(facts),
  };
  return BRIEFING_SECTIONS.map((key) => ({ key, sentences: made[key] }));
}

const sentence = (text: string, sources: readonly Source[]): Sentence => {
  const cut = text.length > MOST ? `${text.slice(0, MOST)}……（其余见原记录）` : text;
  return { text: cut, generated: cut, sources: sources.slice(0, 50) };
};
const ofDay = (date: string): Source => ({ kind: 'day', id: date, label: longDay(date) });
const ofVisit = ({ id, queueNumber }: DayVisit): Source => ({ kind: 'visit', id, label: `${queueNumber} 来访登记` });
const ofTalk = ({ id }: DayTalk, visit: DayVisit): Source => ({ kind: 'interview', id, label: `${visit.queueNumber} 接谈记录` });
const ofForecast = ({ id, grade }: DayForecast): Source => ({ kind: 'forecast', id, label: `预判 ${FORECAST_GRADE_NAMES[grade]}` });
const ofIncident = ({ id, number }: DayIncident): Source => ({ kind: 'incident', id, label: `突发 ${number}` });

const headsOf = (visits: readonly DayVisit[]): number => visits.reduce((all, { heads }) => all + heads, 0);
const count = (visits: readonly DayVisit[]): string => `${visits.length} 批 ${headsOf(visits)} 人次`;

function overview({ date, visits, incidents, forecasts }: BriefingFacts): Sentence[] {
  const source = [ofDay(date)];
  if (visits.length === 0) return [sentence(`${longDay(date)}没有来访登记。`, source)];
  const collective = visits.filter((each) => each.collective);
  const repeated = visits.filter((each) => each.repeated);
  const fields = [...new Set(visits.map(({ field }) => field))]
    .map((field) => ({ field, of: visits.filter((each) => each.field === field) }))
    .sort((a, b) => b.of.length - a.of.length || a.field.localeCompare(b.field));
  const real = incidents.filter(({ falseAlarm }) => !falseAlarm);
  const levels = real.length === 0 ? NONE_GROUP : real.map(({ number, level }) => `${number} 为${levelName(level)}`).join('，');
  return [
    sentence(`${longDay(date)}共接待来访 ${count(visits)}，其中集体访 ${count(collective)}，重访 ${count(repeated)}。`, source),
    sentence(`涉及领域：${fields.map(({ field, of }) => `${field} ${count(of)}`).join('，')}。`, source),
    sentence(`突发响应等级：${levels}。来访前预警等级：${warnings(forecasts) || UNKNOWN_GROUP}。`, [
      ...source,
      ...real.map(ofIncident),
      ...gravestFirst(forecasts).map(ofForecast),
    ]),
  ];
}

const peopleOf = (visits: readonly DayVisit[]) => visits.flatMap(({ people }) => people);

/** 诉求、历史、现场表现 of each chosen one; of a secret matter only that it was there. */
function cases(facts: BriefingFacts): Sentence[] {
  const chosen = facts.visits.filter(({ id }) => facts.chosen.has(id));
  if (chosen.length === 0) return [sentence(NONE_GROUP, [ofDay(facts.date)])];
  const people = peopleOf(facts.visits);
  return chosen.flatMap((visit) => {
    const talks = facts.talks.filter(({ visitId }) => visitId === visit.id);
    const warned = warnedOf(visit, facts.forecasts);
    const who = `${visit.queueNumber} 号 ${visit.people.map(({ name }) => maskNameByLength(name)).join('、') || '（未具名）'}`;
    const head = `${who}${visit.collective ? `等 ${visit.heads} 人` : ''}（${visit.field}，${visit.purpose}）`;
    if (visit.secret) return [sentence(`${head}：${SECRET_WORDS}。`, [ofVisit(visit)])];
    const focus = FOCUS_FIELDS.flatMap((field) => {
      const said = talks.map((talk) => talk.focus[field]).find((text) => text !== '');
      return said ? [`${FOCUS_NAMES[field]}：${said}`] : [];
    });
    const demand = focus.length > 0 ? `诉求：${focus.join('；')}` : `来访事由：${visit.summary}`;
    return [
      sentence(maskWithin(`${head}，${demand}。`, people), [ofVisit(visit), ...talks.map((talk) => ofTalk(talk, visit))]),
      sentence(
        `历史：${visit.visitCount > 1 ? `同一事项第 ${visit.visitCount} 次来访` : '本机构首次来访'}${visit.place ? `，问题属地 ${maskWithin(visit.place, people)}` : ''}${warned.length > 0 ? `，来访前预警等级：${warnings(warned)}` : ''}。`,
        [ofVisit(visit), ...warned.map(ofForecast)],
      ),
      sentence(`现场表现：${behaviour(facts, visit, talks)}。`, [
        ofVisit(visit),
        ...talks.map((talk) => ofTalk(talk, visit)),
        ...facts.incidents.filter(({ visitIds }) => visitIds.includes(visit.id)).map(ofIncident),
      ]),
    ];
  });
}

function behaviour(facts: BriefingFacts, visit: DayVisit, talks: readonly DayTalk[]): string {
  const conducts = facts.incidents.flatMap((each) => (each.visitIds.includes(visit.id) ? each.conducts : []));
  const mood = severeMood(facts, visit.id) || (talks.some(({ moods }) => moods.upset > 0) ? '激动' : '');
  if (conducts.length > 0) return [mood && `情绪${mood}`, `出现${[...new Set(conducts)].join('、')}`].filter(Boolean).join('，');
  if (mood) return `接谈中情绪${mood}`;
  return talks.some(({ moods }) => moods.calm > 0) ? '情绪平稳' : UNKNOWN_GROUP;
}

/** What was done: each talk with its result, each incident with its measures. */
function handling(facts: BriefingFacts): Sentence[] {
  const people = peopleOf(facts.visits);
  const talks = facts.visits.flatMap((visit) =>
    facts.talks
      .filter(({ visitId }) => visitId === visit.id && (facts.chosen.size === 0 || facts.chosen.has(visit.id)))
      .map((talk) => {
        const result = talk.result ? RESULT_NAMES[talk.result] : talk.ended ? UNKNOWN_GROUP : '接谈还在进行';
        const to = visit.secret ? '' : [talk.department, talk.target].filter(Boolean).join('、');
        return sentence(`${visit.queueNumber} 号在${talk.room}接谈，结果：${result}${to ? `（${to}）` : ''}。`, [ofTalk(talk, visit)]);
      }),
  );
  const incidents = facts.incidents.map((each) => {
    if (each.falseAlarm) return sentence(`${each.at} 报警 ${each.number}，查明为误报。`, [ofIncident(each)]);
    const most = each.peopleMost > 0 ? `，最多时 ${each.peopleMost} 人` : '';
    const cause = each.cause ? `，起因：${each.cause}` : '';
    const done = each.measures.length > 0 ? `。已采取措施：${each.measures.join('；')}` : '';
    return sentence(maskWithin(`${each.at} 发生${each.name}（${each.number}，${levelName(each.level)}）${most}${cause}${done}。`, people), [
      ofIncident(each),
    ]);
  });
  const all = [...talks, ...incidents];
  return all.length > 0 ? all : [sentence(NONE_GROUP, [ofDay(facts.date)])];
}

function promised(facts: BriefingFacts): Sentence[] {
  const people = peopleOf(facts.visits);
  const all = facts.visits.flatMap((visit) => {
    if (facts.chosen.size > 0 && !facts.chosen.has(visit.id)) return [];
    const answers = facts.talks.filter(({ visitId, answer }) => visitId === visit.id && answer !== '');
    const promises = facts.promises.filter(({ visitId }) => visitId === visit.id);
    return [
      ...answers.map((talk) =>
        sentence(maskWithin(`${visit.queueNumber} 号已答复：${visit.secret ? SECRET_WORDS : talk.answer}。`, people), [
          ofTalk(talk, visit),
        ]),
      ),
      ...promises.map(({ id, label, due, provisional, department }) =>
        sentence(
          `${visit.queueNumber} 号：${label}，期限 ${namedDay(due)}${provisional ? '（暂定）' : ''}，责任单位：${department || UNKNOWN_GROUP}。`,
          [{ kind: 'promise', id, label: `${visit.queueNumber} ${label}`.slice(0, 60) }, ofVisit(visit)],
        ),
      ),
    ];
  });
  return all.length > 0 ? all : [sentence(NONE_GROUP, [ofDay(facts.date)])];
}

/** Only what the records show; the judgement itself is a person's. */
function risks(facts: BriefingFacts): Sentence[] {
  const made = facts.visits.flatMap((visit) => {
    const why = whyCase(facts, visit);
    if (!facts.chosen.has(visit.id) || !why) return [];
    const owed = facts.promises.some(({ visitId }) => visitId === visit.id) ? '，所诉尚未办结，期限前后可能再次来访' : '';
    return [sentence(`${visit.queueNumber} 号：${why}${owed}。`, [ofVisit(visit)])];
  });
  const running = facts.incidents
    .filter(({ over, falseAlarm, trend }) => !falseAlarm && (!over || trend !== ''))
    .map((each) =>
      sentence(`${each.number}：${each.over ? each.trend : ['仍在处置', each.trend].filter(Boolean).join('，')}。`, [ofIncident(each)]),
    );
  const all = [...made, ...running];
  return all.length > 0 ? all : [sentence(UNKNOWN_GROUP, [])];
}

/** Who owes what until when is known; further measures are a person's to propose. */
function advice(facts: BriefingFacts): Sentence[] {
  const owed = facts.promises.filter(({ visitId }) => facts.chosen.has(visitId));
  const departments = [...new Set(owed.map(({ department }) => department).filter(Boolean))];
  const made = departments.map((department) => {
    const of = owed.filter((each) => each.department === department);
    return sentence(
      `${department}：${of.map(({ label, due }) => `${label}（${namedDay(due)}前）`).join('、')}。`,
      of.map(({ id, label }) => ({ kind: 'promise' as const, id, label: label.slice(0, 60) })),
    );
  });
  const learned = facts.incidents
    .filter(({ improve }) => improve !== '')
    .map((each) => sentence(`${each.number} 评估提出：${each.improve}。`, [ofIncident(each)]));
  const all = [...made, ...learned];
  return all.length > 0 ? all : [sentence(UNKNOWN_GROUP, [])];
}

/** 附件: the cases' people, masked, on a page of their own. */
export const nameLines = ({ visits, chosen, talks }: BriefingFacts): NameLine[] =>
  visits
    .filter(({ id }) => chosen.has(id))
    .map((visit) => {
      const result = talks.filter(({ visitId }) => visitId === visit.id).at(-1)?.result ?? '';
      return {
        number: visit.queueNumber,
        names: visit.people.map(({ name }) => maskNameByLength(name)),
        documents: visit.people.map(({ docNumber }) => maskDocument(docNumber)),
        heads: visit.heads,
        field: visit.field,
        result: result ? RESULT_NAMES[result] : '',
      };
    });

/** The words of a correction: what the earlier one said, and which it corrects. */
export function correcting(sections: readonly BriefingSection[], earlier: { id: string; number: string }): BriefingSection[] {
  const source: Source = { kind: 'briefing', id: earlier.id, label: `专报${earlier.number}` };
  const first = sentence(`本期更正${earlier.number}，更正内容：`, [source]);
  return sections.map((section) => {
    const kept = section.sentences.map((each) => ({ ...each, sources: each.sources.length > 0 ? each.sources : [source] }));
    return { ...section, sentences: section.key === 'overview' ? [first, ...kept] : kept };
  });
}
