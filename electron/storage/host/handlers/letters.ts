import { v7 as uuid } from 'uuid';
import { fillTemplate, type LetterValues, unknownPlaces } from '../../../../shared/documents/letter';
import { ASKED_PLACES, KNOWN_PLACES, LETTER_PLACES } from '../../../../shared/documents/letter-places';
import type { LetterKind } from '../../../../shared/domain/letters';
import { refuse } from '../../../../shared/errors';
import { HALL_KEY } from '../data-keys';
import { writeAs } from '../host';
import { interviewFor } from '../interviews/of-interview';
import { printKeptCertificate } from '../keeping/certificate';
import { certificateWords } from '../letters/certificate';
import { numbered } from '../letters/letter-number';
import { handledWords } from '../letters/periods';
import { printLetter } from '../letters/print-letter';
import { templateInForce, templatesInForce, versionsOf } from '../letters/templates';
import { valuesOf } from '../letters/values';
import { jobMade } from './printing';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<
  RequestHandlers,
  'letter.templates' | 'letter.versions' | 'letter.saveTemplate' | 'letter.example' | 'letter.asked' | 'letter.preview'
> &
  Pick<InternalHandlers, 'internal.print.letter' | 'internal.print.certificate'>;

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

  'letter.asked': async (host, { interviewId, kind }, call) => {
    const known = await handledWords(host, await interviewFor(host, interviewId, call));
    return (ASKED_PLACES[kind] ?? []).filter((place) => !known[place]);
  },

  'letter.preview': async (host, { interviewId, kind, more }, call) => {
    notCertificate(kind);
    const interview = await interviewFor(host, interviewId, call);
    const template = await templateInForce(host, kind);
    return { title: template.title, blocks: mutable(fillTemplate(template, await valuesOf(host, interview, kind, more))) };
  },

  'internal.print.letter': async (host, { interviewId, kind, more }, call) => {
    notCertificate(kind);
    await interviewFor(host, interviewId, call);
    const { id } = await writeAs(host, call, async (draft) => {
      const stored = (await host.reader.one('interviews', interviewId)) ?? refuse('not-found');
      const interview = await numbered(host, draft, stored, kind);
      const values = await valuesOf(host, interview, kind, more);
      return { id: await printLetter(host, draft, call, { interview, kind, values }) };
    });
    return jobMade(host, id);
  },

  'internal.print.certificate': async (host, { certificateId }, call) => {
    const row = (await host.reader.one('destructions', certificateId)) ?? refuse('not-found', { message: '没有找到这份销毁证明。' });
    if (row.recordingId === '') return printKeptCertificate(host, row, call);
    const recording = (await host.reader.one('recordings', row.recordingId)) ?? refuse('not-found');
    const interview = await interviewFor(host, recording.interviewId, call);
    const { id } = await writeAs(host, call, async (draft) => {
      const values = await valuesOf(host, interview, 'destruction', {});
      const words = { ...values.words, ...(await certificateWords(host, row, recording)) };
      const about = ` ${recording.id.slice(-12)}`;
      return { id: await printLetter(host, draft, call, { interview, kind: 'destruction', values: { ...values, words }, about }) };
    });
    return jobMade(host, id);
  },
};

/** It says what was done, so it is printed from what was written then, where that is kept. */
function notCertificate(kind: LetterKind): void {
  if (kind === 'destruction') refuse('refused', { message: '销毁证明请在「录音台账」打印。' });
}

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
