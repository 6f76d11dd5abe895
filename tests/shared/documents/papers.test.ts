import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalibration } from '../../../shared/documents/calibration';
import { crc32 } from '../../../shared/documents/crc32';
import { buildProxyLetter } from '../../../shared/documents/proxy-letter';
import { parseQr, qrPayload } from '../../../shared/documents/qr';
import { collective } from '../facts';

describe('the code on the card', () => {
  it.each([
    ['123456789', 'cbf43926'],
    ['', '00000000'],
    ['The quick brown fox jumps over the lazy dog', '414fa339'],
  ])('crc32 of %s', (text, crc) => expect(crc32(text)).toBe(crc));

  const unit = fc.integer({ min: 0, max: 999999 }).map((n) => String(n).padStart(6, '0'));
  it('reads back, and one wrong character is noticed', () => {
    fc.assert(
      fc.property(unit, fc.uuid({ version: 7 }), fc.nat(200), (unitCode, visitId, at) => {
        const payload = qrPayload(unitCode, visitId);
        expect(parseQr(`${payload}\r\n`)).toEqual({ unitCode, visitId });
        const place = at % payload.length;
        const wrong = payload.slice(0, place) + (payload[place] === '0' ? '1' : '0') + payload.slice(place + 1);
        expect(parseQr(wrong)).toBeNull();
      }),
    );
  });
  it.each(['', 'https://example.com', 'XF1|330100|abc|00000000', '20261123-01-0001'])('%s is no card of ours', (text) =>
    expect(parseQr(text)).toBeNull(),
  );
});

describe('代表推选书 (forms 5.3)', () => {
  const letter = (summary: string) =>
    buildProxyLetter({
      unitName: '示范县信访局',
      number: '20261123-01-0007',
      queueNumber: 'A007',
      registeredAt: Date.parse('2026-11-23T01:00:00Z'),
      heads: 12,
      representativeCap: 5,
      summary,
      representatives: collective(5, 12).people,
      demo: false,
    });

  it('names the representatives, masked, and how many chose them', () => {
    const model = letter('小区供暖\n三年未通');
    expect(model).toMatchObject({ title: '代表推选书', date: '2026年11月23日', heads: 12, matter: '小区供暖 三年未通' });
    expect(model.opening).toContain('我们共 12 人');
    expect(model.opening).toContain('推选以下 5 人（不超过 5 人）');
    expect(model.representatives).toHaveLength(5);
    expect(model.representatives[0]).toMatchObject({
      name: '代表1',
      docType: '居民身份证',
      phoneMasked: '138****5678',
      docMasked: expect.stringMatching(/^1101\*{10}/),
    });
    expect(model.duty).toContain('如实');
  });
  it('stays one page: a long matter is cut, and says so', () => expect(letter('长'.repeat(2000)).matter).toBe(`${'长'.repeat(200)}……`));
});

describe('the calibration page', () => {
  it('says printer and time', () => {
    expect(buildCalibration({ unitName: '示范县信访局', printer: 'CARD', at: Date.parse('2026-11-23T01:02:03Z'), demo: true })).toEqual({
      title: '打印校准页',
      unitName: '示范县信访局',
      printer: 'CARD',
      printedAt: '2026-11-23 09:02',
      demo: true,
    });
  });
});
