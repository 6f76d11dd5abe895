import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskDocument, maskName, maskNameByLength, maskPhone } from '../../../shared/rules/mask';
import { checkPhone } from '../../../shared/rules/phone';

describe('telephone numbers', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['13812345678', '13812345678'],
    ['138 1234 5678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['+86 138-1234-5678', '13812345678'],
    ['008613812345678', '13812345678'],
    ['8613812345678', '13812345678'],
    ['013812345678', '13812345678'],
    ['0571-87654321', '057187654321'],
    ['(010) 87654321', '01087654321'],
    ['021-8765432', '0218765432'],
    ['+852 9123 4567', '+85291234567'],
  ])('%s is taken as %s', (raw, normalized) => expect(checkPhone(raw)).toEqual({ ok: true, normalized }));

  it.each([
    ['1381234567', '手机号应为 11 位，现为 10 位'],
    ['138123456789', '手机号应为 11 位，现为 12 位'],
    ['12812345678', '手机号第 2 位应为 3–9，现为 2'],
    ['1381234567O', '第 11 位不是数字：字母 O'],
    ['87654321', '请填写手机号，或带区号的固定电话（如 0571-87654321）'],
    ['0571-876543', '固定电话应为 4 位区号加 7 或 8 位号码，现共 10 位'],
    ['+1', '境外号码应为 7–15 位，现为 1 位'],
  ])('%s: %s', (raw, message) => expect(checkPhone(raw)).toEqual({ ok: false, message }));

  it('what was taken is taken again, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+- （）８') }), (raw) => {
        const once = checkPhone(raw);
        if (once.ok) expect(checkPhone(once.normalized)).toEqual(once);
      }),
    );
  });
});

describe('masks', () => {
  it.each([
    ['11010519491231002X', '1101**********002X'],
    ['110105491231002', '1101*******1002'],
    ['H12345678', 'H12***678'],
    ['12345678', '12****78'],
    ['E1234', 'E***4'],
    ['1234', '****'],
    ['', ''],
  ])('document %s → %s', (number, masked) => expect(maskDocument(number)).toBe(masked));

  it.each([
    ['13812345678', '138****5678'],
    ['057187654321', '057*****4321'],
    ['8765432', '****432'],
    ['12345', '*****'],
    ['', ''],
  ])('phone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it.each([
    ['张三', '张*', '张*'],
    ['张建国', '张*', '张**'],
    ['欧阳修', '欧阳*', '欧阳*'],
    ['欧阳', '欧*', '欧*'],
    ['诸葛孔明', '诸葛*', '诸葛**'],
    ['爱新觉罗启星', '爱新觉罗*', '爱新觉罗**'],
    ['阿依古丽·吐尔逊', '阿*', '阿*******'],
    ['John Smith', 'J*', 'J*********'],
    ['张', '*', '*'],
    ['', '', ''],
  ])('name %s → %s, in the hall %s', (name, masked, called) => {
    expect(maskName(name)).toBe(masked);
    expect(maskNameByLength(name)).toBe(called);
  });

  it('keep the length and hide at least a third', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 1, maxLength: 30 }), (number) => {
        for (const masked of [maskDocument(number), maskPhone(number)]) {
          expect(masked).toHaveLength(number.length);
          expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(Math.floor(number.length / 3));
        }
      }),
    );
  });
});
