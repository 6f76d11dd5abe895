import type { DocumentType, Sex } from '../domain/person';
import type { Settings } from '../domain/settings';
import { type SpecialNeed, VERIFICATION_NAMES, type VerificationResult, type VisitKind } from '../domain/visit';
import { arrangementsFor } from '../rules/arrangements';
import { DOCUMENT_NAMES } from '../rules/document-names';
import { fieldPath } from '../rules/fields';
import { maskDocument, maskPhone } from '../rules/mask';
import { fillNotice } from '../rules/notice';
import { repeatText } from '../rules/repeat';
import { stampOf } from '../rules/time';
import { qrPayload } from './qr';

export { parseQr, qrPayload } from './qr';

/** What the storage host knows of a visit when its card is made; in clear, masked by `buildCard`. */
export interface CardFacts {
  visitId: string;
  number: string;
  queueNumber: string;
  /** ms UTC */
  registeredAt: number;
  deskCode: string;
  person: { name: string; sex?: Sex; docType: DocumentType; docNumber: string; phone: string };
  kind: VisitKind;
  heads: number;
  /** Registered by name: 1, or the representatives of a collective visit. */
  representatives: number;
  /** Whose card this is among them, from 1. */
  representative: number;
  visitCount: number;
  repeated: boolean;
  fieldCode: string;
  areaId: string;
  othersAreaId: string;
  /** 接访室, when already known. */
  roomId?: string;
  priority: boolean;
  needs: readonly SpecialNeed[];
  verification: VerificationResult;
  checkerName: string;
  registeredByName: string;
  /** 0 for the first print, n for 「补打 n」. */
  reprint: number;
  demo: boolean;
}
export type CardSettings = Pick<Settings, 'unit' | 'hall' | 'rules' | 'fields' | 'notice'>;

/** Everything the card says (forms 5.1), frozen and masked: a print job keeps it and nothing else. */
export interface CardModel {
  title: string;
  /** 「演示」 is printed across a demonstration unit's paper. */
  demo: boolean;
  /** n of 「补打 n」, 0 for the first print. */
  reprint: number;
  unitName: string;
  /** Card number, also the Code 128. */
  number: string;
  queueNumber: string;
  /** `YYYY-MM-DD HH:mm` */
  issuedAt: string;
  deskName: string;
  person: { name: string /** 男, 女 or empty. */; sex: string; docType: string; docMasked: string; phoneMasked: string };
  visit: {
    /** 「个访」, 「个访（共 3 人）」, 「集体访（共 12 人，代表第 1 人／共 5 人）」 */
    kind: string;
    collective: boolean;
    heads: number;
    /** 「初访」, 「重访（第 4 次）」 */
    repeat: string;
    /** 「劳动和社会保障／工资福利」 */
    field: string;
    area: string;
    /** Where the others of a collective visit wait; empty if there are none. */
    othersArea: string;
    /** Empty: written by hand. */
    room: string;
    priority: boolean;
  };
  process: {
    checkerName: string;
    /** 相符, 未核验, 匿名 */
    verification: string;
    registeredByName: string;
    /** Lines filled in by hand, in this order. */
    handLines: readonly string[];
    /** 处理结果, ticked by hand. */
    results: readonly string[];
  };
  notice: readonly string[];
  consult: { phone: string; address: string };
  /** 签名 and 交还, signed by hand. */
  signLines: readonly string[];
  codes: { qr: string; code128: string };
  /** 存根联, which the desk keeps. Arrangements for the visitor, never an illness. */
  stub: {
    queueNumber: string;
    number: string;
    name: string;
    issuedAt: string;
    place: string;
    heads: number;
    arrangements: readonly string[];
    signLines: readonly string[];
  };
}

const HAND_LINES = ['引导人', '接谈人', '接谈开始时间', '接谈结束时间', '限期日期'] as const;
const RESULTS = ['当场答复', '待核实', '受理', '转送交办', '引导', '其他'] as const;
const SEXES: Record<Sex, string> = { male: '男', female: '女' };

export function buildCard(facts: CardFacts, settings: CardSettings): CardModel {
  const { unit, hall, rules, fields, notice } = settings;
  const { person, number, queueNumber } = facts;
  const areaName = (id: string): string => hall.areas.find((area) => area.id === id)?.name ?? '';
  const issuedAt = stampOf(facts.registeredAt).slice(0, 16);
  const name = person.name || (person.docType === 'anonymous' ? '匿名' : '');
  const area = areaName(facts.areaId);
  const room = hall.rooms.find((each) => each.id === facts.roomId)?.name ?? '';
  return deepFreeze({
    title: '接访登记卡',
    demo: facts.demo,
    reprint: facts.reprint,
    unitName: unit.name,
    number,
    queueNumber,
    issuedAt,
    deskName: hall.desks.find((desk) => desk.code === facts.deskCode)?.name ?? `${facts.deskCode} 号登记台`,
    person: {
      name,
      sex: person.sex ? SEXES[person.sex] : '',
      docType: DOCUMENT_NAMES[person.docType],
      docMasked: maskDocument(person.docNumber),
      phoneMasked: maskPhone(person.phone),
    },
    visit: {
      kind: kindText(facts),
      collective: facts.kind === 'collective',
      heads: facts.heads,
      repeat: repeatText(facts.visitCount, facts.repeated),
      field: fieldPath(fields, facts.fieldCode),
      area,
      othersArea: facts.heads > facts.representatives ? areaName(facts.othersAreaId) : '',
      room,
      priority: facts.priority,
    },
    process: {
      checkerName: facts.checkerName,
      verification: VERIFICATION_NAMES[facts.verification],
      registeredByName: facts.registeredByName,
      handLines: [...HAND_LINES],
      results: [...RESULTS],
    },
    notice: fillNotice(notice.card, { unit: unit.name, years: rules.recordingYears }),
    consult: { phone: unit.phone, address: unit.address },
    signLines: ['来访人签名', '工作人员签名', '交还时间'],
    codes: { qr: qrPayload(unit.districtCode, facts.visitId), code128: number },
    stub: {
      queueNumber,
      number,
      name,
      issuedAt,
      place: room || area,
      heads: facts.heads,
      arrangements: arrangementsFor(facts.needs, facts.priority),
      signLines: ['交还时间', '收卡人'],
    },
  });
}

/** The same card printed again: its content stays as it was, only the mark changes. */
export const asReprint = (card: CardModel, reprint: number): CardModel => deepFreeze({ ...card, reprint });

function kindText({ kind, heads, representative, representatives }: CardFacts): string {
  if (kind === 'individual') return heads > 1 ? `个访（共 ${heads} 人）` : '个访';
  return `集体访（共 ${heads} 人，代表第 ${representative} 人／共 ${representatives} 人）`;
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) deepFreeze(part);
  return Object.freeze(value);
}
