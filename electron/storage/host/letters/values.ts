import type { LetterBlock, LetterValues } from '../../../../shared/documents/letter';
import { typedWords } from '../../../../shared/documents/letter-places';
import { RESULT_NAMES } from '../../../../shared/domain/disposal';
import { FOCUS_FIELDS, FOCUS_NAMES, NOTE_KIND_NAMES } from '../../../../shared/domain/interview';
import type { LetterKind } from '../../../../shared/domain/letters';
import { DOCUMENT_NAMES } from '../../../../shared/rules/identity';
import { isNumbered, whither } from '../../../../shared/rules/letters-of-result';
import { maskDocument, maskPhone } from '../../../../shared/rules/mask';
import { clockOf, longDay, stampOf } from '../../../../shared/rules/time';
import type { Host } from '../host';
import { notesOf } from '../interviews/notes-of';
import { teamView } from '../interviews/team-members';
import type { Opened } from '../tables';
import { noteViews } from '../views/note-view';
import { nameShown } from '../views/person-view';
import { handledWords, periodsOf } from './periods';

const minute = (at: number | null): string => (at === null ? '' : stampOf(at).slice(0, 16));

/** Everything a template may name, from one interview and what belongs to it. */
export async function valuesOf(
  host: Host,
  interview: Opened<'interviews'>,
  kind: LetterKind,
  typed: Readonly<Record<string, string>>,
): Promise<LetterValues> {
  const { reader, db, steady } = host;
  const settings = await steady.settings();
  const visit = await reader.one('visits', interview.visitId);
  const person = await reader.one('persons', visit?.personIds[0] ?? '');
  const matter = await reader.one('matters', interview.matterId);
  const team = await teamView(host, interview.team);
  const notes = await noteViews(host, await notesOf(db, interview.id).toArray());
  const recordings = await reader.open('recordings', await db.rows('recordings').where('interviewId').equals(interview.id).toArray());
  const papers = await reader.open('attachments', await db.rows('attachments').where('visitId').equals(interview.visitId).toArray());
  const { disposal, focus, signing } = interview;
  const periods = await periodsOf(host, interview, kind);
  const citations = notes.flatMap((note) => note.citation ?? []);
  const field = settings.fields.entries.find((entry) => entry.code === visit?.fieldCode)?.name ?? '';

  const words: Record<string, string> = {
    单位: settings.unit.name,
    单位地址: settings.unit.address,
    单位电话: settings.unit.phone,
    编号: visit?.number ?? '',
    排队号: visit?.queueNumber ?? '',
    日期: longDay(interview.date),
    今天: longDay(host.clock.today()),
    姓名: person ? nameShown(person) : '',
    证件: person?.docNumber ? `${DOCUMENT_NAMES[person.docType]} ${maskDocument(person.docNumber)}` : '',
    电话: maskPhone(person?.phone ?? ''),
    住址: person?.address ?? '',
    来访人数: String(visit?.heads ?? ''),
    事由: visit?.summary ?? '',
    领域: field,
    接谈开始: minute(interview.startedAt),
    接谈结束: minute(interview.endedAt),
    接访室: settings.hall.rooms.find(({ id }) => id === interview.roomId)?.name ?? '',
    主谈: team.lead,
    记录人: team.recorder,
    观察: team.observer,
    其他参加人: team.others.join('、') || '无',
    录音编号: recordings.length > 0 ? recordings.map(({ id }) => id.slice(-12)).join('、') : '无',
    回避: interview.recusal.declared ? interview.recusal.note || '有，已处理' : '已询问，无需回避',
    ...Object.fromEntries(FOCUS_FIELDS.map((name) => [FOCUS_NAMES[name], focusWords(focus[name])])),
    处理结果: disposal ? RESULT_NAMES[disposal.result] : '',
    答复: disposal?.answer ?? '',
    依据: [...citations.map(({ title, label }) => `《${title}》${label}`), disposal?.noBasisReason ?? ''].filter(Boolean).join('；'),
    责任科室: disposal?.department ?? '',
    机关: disposal?.target.name ?? '',
    机关地址: disposal?.target.address ?? '',
    机关电话: disposal?.target.phone ?? '',
    机关依据: disposal?.target.basis ?? '',
    原因: disposal?.reason ?? '',
    条款: disposal?.article ?? '',
    终结文号: disposal?.decisionNo ?? '',
    初步意见: disposal?.opinion ?? '',
    查询码: matter?.queryCode ?? '',
    去向: disposal ? whither(disposal) : '',
    文号: interview.letterNumbers[kind] ?? (isNumbered(kind) ? '（打印时编号）' : ''),
    拒签: interview.signed === 'refused' ? `${signing?.reason ?? ''}（见证人 ${signing?.witness ?? ''}）` : '',
    ...typedWords(kind, typed),
    // What 督办 knows stands before what somebody types.
    ...(await handledWords(host, interview)),
  };

  const table = (rows: (readonly [string, string])[]): LetterBlock[] => (rows.length > 0 ? [{ block: 'table', rows }] : []);
  return {
    words,
    pieces: {
      来访人签名: signatureOf(interview),
      四项要点: table(FOCUS_FIELDS.map((name) => [FOCUS_NAMES[name], focusWords(focus[name])] as const)),
      期限: table(periods),
      材料: table(
        papers
          .filter(({ voidReason }) => voidReason === '')
          .map(({ name, copies, original }) => [name, `${copies} 份${original ? '（原件）' : ''}`] as const),
      ),
      引用: table(
        citations.map(
          ({ title, label, version, words: text, digest }) =>
            [`《${title}》${label}`, `${text}${digest ? '（摘要，非原文）' : ''}${version ? `　${version}` : ''}`] as const,
        ),
      ),
      记录: [
        {
          block: 'lines',
          rows: [...notes]
            .sort((a, b) => a.elapsed - b.elapsed || a.n - b.n)
            .map(({ elapsed, kind, text, citation, amends }) => ({
              time: clockOf(elapsed),
              who: NOTE_KIND_NAMES[kind],
              text,
              note: citation ? `《${citation.title}》${citation.label}` : amends ? `补正：${amends}` : '',
            })),
        },
      ],
    },
  };
}

/** Drawn on the screen, refused before a witness, or lines for either by hand. */
function signatureOf({ signed, signing, signedAt }: Opened<'interviews'>): LetterBlock[] {
  const at = minute(signedAt);
  if (signing?.image) return [{ block: 'signature', label: '来访人签名', image: signing.image, at }];
  if (signed === 'refused')
    return [
      { block: 'text', text: `来访人拒绝签名，原因：${signing?.reason ?? ''}（${at}）` },
      { block: 'sign', labels: [`见证人（${signing?.witness ?? ''}）签名`] },
    ];
  return [
    { block: 'sign', labels: ['来访人签名', '日期'] },
    { block: 'sign', labels: ['拒绝签名的原因', '见证人'] },
  ];
}

const focusWords = ({ text, unstated }: { text: string; unstated: boolean }): string => (unstated ? '来访人未说明' : text);
