import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrPayload } from '../../../shared/documents/qr';
import { cardNumber } from '../../../shared/rules/card-number';
import { classifyScan } from '../../../shared/rules/reader-scan';
import { numberBorn, withWrongCheckDigit } from '../facts';

const NUMBER = '11010519491231002X';
const CARD = '20261123-01-0042';
const VISIT = '01890a5d-ac96-774b-bcce-b302099a8057';
const CODE = qrPayload('990001', VISIT);
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('what a scanner sent', () => {
  it.each([
    [NUMBER, { kind: 'citizen-number', number: NUMBER }],
    ['11010519491231002x', { kind: 'citizen-number', number: NUMBER }],
    [fullWidth(NUMBER), { kind: 'citizen-number', number: NUMBER }],
    [`${NUMBER}\r`, { kind: 'citizen-number', number: NUMBER }],
    [`${NUMBER}\r\n`, { kind: 'citizen-number', number: NUMBER }],
    [`\ufeff ${NUMBER}\t`, { kind: 'citizen-number', number: NUMBER }],
    ['810000199001010019', { kind: 'citizen-number', number: '810000199001010019' }],
    ['91115619860101001X', { kind: 'citizen-number', number: '91115619860101001X' }],
    [CARD, { kind: 'card-number', number: CARD }],
    [`${fullWidth(CARD)}\t`, { kind: 'card-number', number: CARD }],
    [CODE, { kind: 'card-code', unitCode: '990001', visitId: VISIT }],
    [`${CODE}\n`, { kind: 'card-code', unitCode: '990001', visitId: VISIT }],
    [CODE.toUpperCase(), { kind: 'card-code', unitCode: '990001', visitId: VISIT }],
    [fullWidth(CODE), { kind: 'card-code', unitCode: '990001', visitId: VISIT }],
  ])('%j is whole', (text, scan) => {
    expect(classifyScan(text)).toEqual(scan);
  });

  it.each([
    ['1101051949', 'citizen-number'],
    ['110105194912', 'citizen-number'],
    [NUMBER.slice(0, 17), 'citizen-number'],
    [`${NUMBER.slice(0, 12)}\r\n`, 'citizen-number'],
    [fullWidth('1101051949'), 'citizen-number'],
    ['9491231002x', 'citizen-number'],
    ['0519491231002X', 'citizen-number'],
    ['810000199001010018', 'citizen-number'],
    [withWrongCheckDigit(NUMBER), 'citizen-number'],
    ['20261123-', 'card-number'],
    ['20261123-01', 'card-number'],
    ['20261123-01-004', 'card-number'],
    ['1123-01-0042', 'card-number'],
    ['-01-0042', 'card-number'],
    ['20261323-01-0042', 'card-number'],
    ['XF1', 'card-code'],
    ['XF1|990001|01890a5d', 'card-code'],
    [CODE.slice(0, -1), 'card-code'],
    [CODE.replace('990001', '990002'), 'card-code'],
    [CODE.slice(20), 'card-code'],
  ])('%j is a part, or fails its check', (text, of) => {
    expect(classifyScan(text)).toEqual({ kind: 'incomplete', of });
  });

  it.each([
    ['nothing', ''],
    ['a name', '李秀兰'],
    ['an address', '示范县为民路 9 号'],
    ['a mobile number that looks like the start of one', '13812319991'],
    ['a mobile number', '13900021001'],
    ['a fixed-line number', '010-12345678'],
    ['a day', '20261123'],
    ['a day with dashes', '2026-11-23'],
    ['a passport', 'E12345678'],
    ['a bank card', '6222020200011234567'],
    ['a web address', 'https://example.com/a'],
    ['two scans in one', NUMBER + NUMBER],
    ['an article number', '6901234567892'],
    ['a queue number', 'A012'],
  ])('%s is none of ours: %j', (_what, text) => {
    expect(classifyScan(text)).toEqual({ kind: 'unknown' });
  });
});

const born = fc
  .tuple(
    fc.integer({ min: 1920, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([y, m, d, n]) => numberBorn(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`, String(n).padStart(3, '0')));

describe('whatever a scanner loses', () => {
  it('the end of a number is missed from the eighth digit on', () => {
    fc.assert(
      fc.property(born, fc.integer({ min: 8, max: 17 }), (number, length) => {
        expect(classifyScan(number)).toEqual({ kind: 'citizen-number', number });
        expect(classifyScan(number.slice(0, length))).toEqual({ kind: 'incomplete', of: 'citizen-number' });
      }),
    );
  });

  it('one wrong digit is never a whole number', () => {
    fc.assert(
      fc.property(born, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        const wrong = number.slice(0, at) + ((Number(number[at]) + more) % 10) + number.slice(at + 1);
        expect(classifyScan(wrong).kind).not.toBe('citizen-number');
      }),
    );
  });

  it('no part of a card, from either end, opens a card', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 9999 }), fc.nat(), fc.boolean(), (id, n, cut, fromEnd) => {
        for (const whole of [qrPayload('990001', id), cardNumber('2026-11-23', '01', n)]) {
          const length = cut % whole.length;
          const part = fromEnd ? whole.slice(whole.length - length) : whole.slice(0, length);
          expect(['incomplete', 'unknown']).toContain(classifyScan(part).kind);
        }
      }),
    );
  });

  it('no text at all makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void classifyScan(text)));
  });
});
