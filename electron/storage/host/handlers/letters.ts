import { v7 as uuid } from 'uuid';
import { fillTemplate, type LetterModel, type LetterValues, unknownPlaces } from '../../../../shared/documents/letter';
import { KNOWN_PLACES, LETTER_PLACES } from '../../../../shared/documents/letter-places';
import { refuse } from '../../../../shared/errors';
import { longDay } from '../../../../shared/rules/time';
import { HALL_KEY } from '../data-keys';
import { writeAs } from '../host';
import { interviewFor } from '../interviews/of-interview';
import { templateInForce, templatesInForce, versionsOf } from '../letters/templates';
import { valuesOf } from '../letters/values';
import { addPrintJob } from '../visits/print-content';
import { jobMade } from './printing';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<
  RequestHandlers,
  'letter.templates' | 'letter.versions' | 'letter.saveTemplate' | 'letter.example' | 'letter.preview'
> &
  Pick<InternalHandlers, 'internal.print.letter'>;

/** What stands in an example, so that the administrator sees the paper and nobody's matter. */
const EXAMPLE: LetterValues = {
  words: Object.fromEntries(LETTER_PLACES.map((place) => [place, `〔${place}〕`])),
  pieces: {
    记录: [{ block: 'lines', rows: [{ time: '00:00:00', who: '来访人', text: '〔所说的话〕', note: '' }] }],
    来访人签名: [{ block: 'sign', labels: ['来访人签名', '日期'] }],
    四项要点: [{ block: 'table', rows: [['具体诉求', '〔具体诉求〕']] }],
    期限: [{ block: 'table', rows: [['10 个工作日内反馈', '〔日期〕']] }],
    材料: [{ block: 'table', rows: [['〔材料〕', '1 份']] }],
    引用: [{ block: 'table', rows: [['〔条款〕', '〔引用时的文本〕']] }],
  },
};

export const letterHandlers: Handlers = {
  'letter.templates': (host) => templatesInForce(host),
  'letter.versions': (host, { kind }) => versionsOf(host, kind),
  'letter.example': async (_host, template) => ({ title: template.title, blocks: mutable(fillTemplate(template, EXAMPLE)) }),

  'letter.saveTemplate': async (host, { kind, title, body }, call) => {
    const unknown = unknownPlaces(body, KNOWN_PLACES);
    if (unknown.length > 0)
      refuse('refused', {
        message: '模板没有保存，正文仍在。请改正后再保存。',
        fields: { body: `没有这样的占位：${unknown.map((place) => `「${place}」`).join('、')}` },
      });
    return writeAs(host, call, async (draft) => {
      const version = (await templateInForce(host, kind)).version + 1;
      draft.add('templates', uuid(), { kind, edition: version, at: draft.at, staffId: call.actor.staffId ?? '', title, body }, HALL_KEY);
      draft.audit(call.name, title, `第 ${version} 版`);
      return { version };
    });
  },

  'letter.preview': async (host, { interviewId, kind, more }, call) => {
    const interview = await interviewFor(host, interviewId, call);
    const template = await templateInForce(host, kind);
    return { title: template.title, blocks: mutable(fillTemplate(template, await valuesOf(host, interview, more))) };
  },

  'internal.print.letter': async (host, { interviewId, kind, more }, call) => {
    await interviewFor(host, interviewId, call);
    const { id } = await writeAs(host, call, async (draft) => {
      const interview = (await host.reader.one('interviews', interviewId)) ?? refuse('not-found');
      const visit = (await host.reader.one('visits', interview.visitId)) ?? refuse('not-found');
      const settings = await host.steady.settings();
      const { mode, letterPrinter, cardPrinter } = settings.printing;
      const printer = letterPrinter || cardPrinter;
      if (mode !== 'printer' || !printer)
        refuse('refused', { message: '本台未设打印机，文书没有打印，接谈记录已保存。请在「设置 · 打印」选择打印机。' });
      const template = await templateInForce(host, kind);
      const values = await valuesOf(host, interview, more);
      const model: LetterModel = {
        letter: kind,
        title: template.title,
        unitName: settings.unit.name,
        number: visit.number,
        date: longDay(host.clock.today()),
        blocks: fillTemplate(template, values),
        demo: await host.steady.demo(),
      };
      const label = `${template.title} ${visit.queueNumber}`;
      const before = await host.db.rows('printJobs').where('visitId').equals(visit.id).toArray();
      const reprint = (await host.reader.open('printJobs', before)).filter(
        (job) => job.label === label && job.state !== 'cancelled',
      ).length;
      draft.audit(call.name, visit.number, template.title);
      return {
        id: addPrintJob(draft, { content: { kind: 'letter', model }, visit, label, deskCode: host.deskCode, printer, reprint, reason: '' }),
      };
    });
    return jobMade(host, id);
  },
};

type Blocks = ReturnType<typeof fillTemplate>;
/** The contract's own shape has no readonly in it. */
const mutable = (blocks: Blocks) => structuredClone(blocks) as Mutable<Blocks>;
type Mutable<T> = T extends readonly [infer A, infer B]
  ? [A, B]
  : T extends readonly (infer E)[]
    ? Mutable<E>[]
    : T extends object
      ? { -readonly [K in keyof T]: Mutable<T[K]> }
      : T;
