import { describe, expect, it } from 'vitest';
import { demoUnit } from '../../../shared/demo/demo-unit';
import { asReprint, buildCard, type CardFacts } from '../../../shared/documents/card';
import { parseQr } from '../../../shared/documents/qr';

const { settings } = demoUnit();
const facts = (more: Partial<CardFacts> = {}): CardFacts => ({
  visitId: '0199a000-0000-7000-8000-000000000001',
  number: '20261123-01-0001',
  queueNumber: 'A001',
  registeredAt: Date.parse('2026-11-23T00:30:00Z'),
  deskCode: '01',
  person: { name: '李秀兰', sex: 'female', docType: 'resident-id', docNumber: '11010519491231002X', phone: '13812345678' },
  kind: 'individual',
  heads: 1,
  representatives: 1,
  representative: 1,
  visitCount: 4,
  repeated: true,
  fieldCode: '0401',
  areaId: 'waiting',
  othersAreaId: '',
  priority: true,
  needs: ['ill', 'hearing'],
  verification: 'match',
  checkerName: '赵刚',
  registeredByName: '王静',
  reprint: 0,
  demo: true,
  ...more,
});
const build = (more: Partial<CardFacts> = {}) => buildCard(facts(more), settings);

describe('接访登记卡 (forms 5.1)', () => {
  it('says everything of a visit, masked', () => {
    expect(build()).toMatchObject({
      title: '接访登记卡',
      demo: true,
      reprint: 0,
      unitName: '示范县信访局',
      number: '20261123-01-0001',
      queueNumber: 'A001',
      issuedAt: '2026-11-23 08:30',
      deskName: '1号登记台',
      person: { name: '李秀兰', sex: '女', docType: '居民身份证', docMasked: '1101**********002X', phoneMasked: '138****5678' },
      visit: {
        kind: '个访',
        repeat: '重访（第 4 次）',
        field: '劳动和社会保障／劳动报酬',
        area: '等候区',
        othersArea: '',
        room: '',
        priority: true,
      },
      process: { checkerName: '赵刚', verification: '相符', registeredByName: '王静' },
      consult: { phone: settings.unit.phone },
      signLines: ['来访人签名', '工作人员签名', '交还时间'],
      stub: { queueNumber: 'A001', number: '20261123-01-0001', name: '李秀兰', place: '等候区' },
    });
    expect(build().notice).toHaveLength(settings.notice.card.length);
  });

  it('holds neither the number nor the phone in clear', () => {
    const text = JSON.stringify(build());
    expect(text).not.toContain('11010519491231002X');
    expect(text).not.toContain('13812345678');
  });

  it('its codes hold no name, only the opaque id and the card number', () => {
    const { qr, code128 } = build().codes;
    expect(code128).toBe('20261123-01-0001');
    expect(parseQr(qr)).toEqual({ unitCode: '990001', visitId: '0199a000-0000-7000-8000-000000000001' });
    expect(qr).toMatch(/^XF1\|990001\|0199a000-0000-7000-8000-000000000001\|[0-9a-f]{8}$/);
  });

  it('the stub says what to arrange, never an illness', () => {
    expect(build().stub.arrangements).toEqual(['优先', '书写沟通']);
    expect(JSON.stringify(build())).not.toMatch(/患病|孕|听力/);
  });

  it('of a collective visit tells the representative and where the others wait', () => {
    const { visit } = build({ kind: 'collective', heads: 12, representatives: 5, representative: 2, othersAreaId: 'rest' });
    expect(visit).toMatchObject({ kind: '集体访（共 12 人，代表第 2 人／共 5 人）', othersArea: '临时休息区' });
  });

  it('of somebody without papers or name says so', () => {
    const nobody = { name: '', docType: 'anonymous' as const, docNumber: '', phone: '' };
    expect(build({ person: nobody, verification: 'anonymous' }).person).toEqual({
      name: '匿名',
      sex: '',
      docType: '匿名',
      docMasked: '',
      phoneMasked: '',
    });
  });

  it('is frozen to its last part; a reprint only changes the mark', () => {
    const card = build();
    expect(() => Object.assign(card.stub, { name: '别人' })).toThrow();
    expect(() => (card.notice as string[]).push('x')).toThrow();
    expect(asReprint(card, 2)).toEqual({ ...card, reprint: 2 });
  });

  it('survives being stored and read again', () => {
    expect(JSON.parse(JSON.stringify(build()))).toEqual(build());
    expect(structuredClone(build())).toEqual(build());
  });
});
