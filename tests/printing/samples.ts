import { buildCalibration } from '../../shared/documents/calibration';
import { buildCard, type CardFacts, type CardModel, type CardSettings } from '../../shared/documents/card';
import type { EvacuationModel } from '../../shared/documents/evacuation';
import { buildProxyLetter, type ProxyLetterFacts, type ProxyLetterModel } from '../../shared/documents/proxy-letter';
import { SETTINGS } from '../../shared/domain/settings';

/** A card, a letter and a calibration page as the storage host would freeze them. Nobody here is real. */
export const VISIT_ID = '01933c5e-7b2a-7cde-9f01-23456789abcd';
const AT = Date.UTC(2026, 10, 23, 1, 12);

const SETTINGS_NOW: CardSettings = {
  unit: SETTINGS.unit.parse({ name: '示范县信访局', districtCode: '330281', phone: '0574-12345678', address: '示范县人民路 1 号' }),
  hall: {
    desks: [{ code: '01', letter: 'A', name: '一号登记台' }],
    rooms: [{ id: 'r1', name: '第一接访室', wheelchair: false }],
    areas: [
      { id: 'w1', name: '一楼等候区', kind: 'waiting' },
      { id: 'x1', name: '二楼休息区', kind: 'rest' },
    ],
  },
  rules: SETTINGS.rules.parse({}),
  fields: { entries: [{ code: '04', name: '劳动和社会保障', parent: '', department: '', active: true }] },
  notice: {
    card: [
      '一、接谈由工作人员录音，用于记录和处理您的诉求，录音由{unit}保存不少于 {years} 年。大厅内请勿自行录音录像。',
      '二、个人信息由{unit}用于办理您反映的事项，不作他用，可在前台查询、更正。',
      '三、请听号入室；离开时请交还本卡。',
    ],
  },
};

const FACTS: CardFacts = {
  visitId: VISIT_ID,
  number: '20261123-01-0012',
  queueNumber: 'A012',
  registeredAt: AT,
  deskCode: '01',
  person: { name: '李秀兰', sex: 'female', docType: 'resident-id', docNumber: '11010519491231002X', phone: '13812345678' },
  kind: 'individual',
  heads: 1,
  representatives: 1,
  representative: 1,
  visitCount: 2,
  repeated: true,
  fieldCode: '04',
  areaId: 'w1',
  othersAreaId: '',
  priority: false,
  needs: [],
  verification: 'match',
  checkerName: '赵刚',
  registeredByName: '王芳',
  reprint: 0,
  demo: false,
};

export const sampleCard = (facts: Partial<CardFacts> = {}, settings: Partial<CardSettings> = {}): CardModel =>
  buildCard({ ...FACTS, ...facts }, { ...SETTINGS_NOW, ...settings });

export const sampleLetter = (facts: Partial<ProxyLetterFacts> = {}): ProxyLetterModel =>
  buildProxyLetter({
    unitName: SETTINGS_NOW.unit.name,
    number: FACTS.number,
    queueNumber: FACTS.queueNumber,
    registeredAt: AT,
    heads: 12,
    representativeCap: 5,
    summary: '反映拖欠工资问题',
    representatives: [{ ...FACTS.person, address: '示范县城关镇' }],
    demo: false,
    ...facts,
  });

export const sampleCalibration = (demo = false) => buildCalibration({ unitName: SETTINGS_NOW.unit.name, printer: 'CARD', at: AT, demo });

/** The longest a unit may say on a card. */
export const longNotice = { card: Array.from({ length: 6 }, () => '须知'.repeat(60)) };
export const longUnit = { ...SETTINGS_NOW.unit, name: '示范省示范市示范自治县信访局（群众来访接待中心）第二接待大厅' };

/** `people` visits in the waiting area, and a group of ten of whom one is known. */
export const sampleEvacuation = (over: Partial<EvacuationModel> = {}, people = 13): EvacuationModel => ({
  title: '疏散名单',
  unitName: SETTINGS_NOW.unit.name,
  madeAt: '2026-11-23 09:12:41',
  total: people + 10,
  unnamed: 9,
  madeBy: '王芳',
  places: [
    {
      name: '等候区',
      heads: people,
      unnamed: 0,
      lines: Array.from({ length: people }, (_, i) => ({
        queueNumber: `A${String(i + 1).padStart(3, '0')}`,
        who: '李秀兰',
        heads: 1,
        state: '等候',
        help: i === 0,
      })),
    },
    {
      name: '休息区',
      heads: 10,
      unnamed: 9,
      lines: [{ queueNumber: 'A999', who: '王建国，另 9 人未登记姓名', heads: 10, state: '等候', help: false }],
    },
  ],
  earlier: [],
  demo: false,
  ...over,
});
