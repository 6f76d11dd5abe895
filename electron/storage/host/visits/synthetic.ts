import { PersonEntry } from '../../../../shared/domain/person';
import { Registration } from '../../../../shared/domain/visit';
import { checkDigit } from '../../../../shared/rules/identity';
import type { PersonFields } from './enrol';

/** People and visits that nobody is: for the bench. The same number makes the same person. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
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

/** Spreads consecutive numbers over a range. */
const pick = <T>(from: readonly T[], n: number): T => from[Math.abs(Math.imul(n + 1, 2654435761) >>> 7) % from.length] as T;
const two = (n: number): string => String(n).padStart(2, '0');

export function syntheticPerson(n: number): PersonEntry {
  const birth = `${1940 + (n % 60)}${two(1 + (Math.floor(n / 60) % 12))}${two(1 + (Math.floor(n / 720) % 28))}`;
  const first17 = `${pick(REGIONS, n)}${birth}${String(Math.floor(n / 20160) % 1000).padStart(3, '0')}`;
  const given = n % 4 === 0 ? pick(GIVEN, n * 3) : pick(GIVEN, n * 3) + pick(GIVEN, n * 5 + 1);
  return PersonEntry.parse({
    docType: 'resident-id',
    docNumber: first17 + checkDigit(first17),
    name: pick(SURNAMES, n * 11) + given,
    phone: `13${String(n % 10)}${String(10_000_000 + ((n * 7919) % 89_999_999))}`,
    address: `示范路 ${1 + (n % 300)} 号`,
  });
}

export function syntheticVisit(n: number, { docType, docNumber, name }: PersonFields, fieldCodes: readonly string[]): Registration {
  return Registration.parse({
    kind: 'individual',
    people: [{ docType, docNumber, name }],
    heads: 1,
    others: 0,
    purpose: pick(['appeal', 'inquiry', 'suggestion'] as const, n),
    fieldCode: pick(fieldCodes, n * 13),
    summary: `${pick(SUMMARIES, n * 17)}（第 ${n + 1} 件）`,
    place: pick(['朝阳区', '海淀区', '示范区'], n * 19),
    noticeAcknowledged: true,
  });
}
