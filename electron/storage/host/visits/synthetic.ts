import { PersonEntry } from '../../../../shared/domain/person';
import { Registration, type VisitState } from '../../../../shared/domain/visit';
import { checkDigit } from '../../../../shared/rules/identity';
import type { PersonFields } from './enrol';

/** People and visits that nobody is: for the bench. The same number makes the same person. The commonest surnames come first. */
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔谭'.split('');
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕波宁云凤林春梅福生金龙玲辉鹏'.split('');
const REGIONS = ['110105', '120101', '130102', '310101', '320102', '330106', '340524', '370102', '410103', '420106', '440103', '510104'];
const SUMMARIES = [
  '反映单位拖欠工资',
  '咨询退休待遇核定',
  '反映小区物业管理',
  '申请低保复核',
  '反映拆迁补偿标准',
  '反映道路噪声扰民',
  '咨询子女入学',
  '反映医疗费用报销',
];
/** Makes the first surname the name of every thirteenth person, as 王 is, and the last of every eightieth. */
const SKEW = 1.55;
/** Numbers of further representatives lie behind those of any hall's visits. */
const FURTHER = 12_000_000;
const MOST_REPRESENTATIVES = 5;

/** Spreads consecutive numbers over a range. */
const spread = (n: number): number => Math.abs(Math.imul(n + 1, 2654435761) >>> 7);
const pick = <T>(from: readonly T[], n: number): T => from[spread(n) % from.length] as T;
const common = <T>(from: readonly T[], n: number): T => from[Math.floor(from.length * (spread(n) / 2 ** 25) ** SKEW)] as T;
const two = (n: number): string => String(n).padStart(2, '0');

export function syntheticPerson(n: number): PersonEntry {
  const birth = `${1940 + (n % 60)}${two(1 + (Math.floor(n / 60) % 12))}${two(1 + (Math.floor(n / 720) % 28))}`;
  const first17 = `${pick(REGIONS, n)}${birth}${String(Math.floor(n / 20160) % 1000).padStart(3, '0')}`;
  const given = n % 4 === 0 ? pick(GIVEN, n * 3) : pick(GIVEN, n * 3) + pick(GIVEN, n * 5 + 1);
  return PersonEntry.parse({
    docType: 'resident-id',
    docNumber: first17 + checkDigit(first17),
    name: common(SURNAMES, n * 11) + given,
    phone: `13${String(n % 10)}${String(10_000_000 + ((n * 7919) % 89_999_999))}`,
    address: `示范路 ${1 + (n % 300)} 号`,
  });
}

/** Every fortieth visit is a collective one; whom it brings besides its first person, by their numbers. */
export function furtherPeople(n: number): number[] {
  return n % 40 === 4 ? Array.from({ length: 1 + (n % 3) }, (_, i) => FURTHER + n * MOST_REPRESENTATIVES + i) : [];
}

/** A few cards were lost, a few registrations made void. */
export const syntheticState = (n: number): VisitState => (n % 211 === 5 ? 'void' : n % 307 === 8 ? 'lost' : 'returned');

export function syntheticVisit(n: number, people: readonly PersonFields[], fieldCodes: readonly string[]): Registration {
  const collective = people.length > 1;
  const heads = collective ? people.length + 3 + (n % 17) : 1;
  return Registration.parse({
    kind: collective ? 'collective' : 'individual',
    people: people.map(({ docType, docNumber, name }) => ({ docType, docNumber, name })),
    heads,
    others: heads - people.length,
    purpose: pick(['appeal', 'inquiry', 'suggestion'] as const, n),
    fieldCode: pick(fieldCodes, n * 13),
    summary: `${pick(SUMMARIES, n * 17)}（第 ${n + 1} 件）`,
    place: pick(['朝阳区', '海淀区', '示范区'], n * 19),
    noticeAcknowledged: true,
  });
}
