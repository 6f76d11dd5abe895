import { describe, expect, it } from 'vitest';
import { cardIn } from '../../renderer/return/scanned-card';
import { qrPayload } from '../../shared/documents/qr';

const CODE = qrPayload('990001', '01890a5d-ac96-774b-bcce-b302099a8057');
const NUMBER = '20261123-01-0042';
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('what is scanned or typed at 收卡', () => {
  it.each([
    ['a bar code', NUMBER, NUMBER],
    ['a bar code in full width', fullWidth(NUMBER), NUMBER],
    ['a number typed without its dashes', NUMBER.replaceAll('-', ''), NUMBER],
    ['a code', CODE, CODE],
    ['a code with the line end of a scanner', `${CODE}\r\n`, CODE],
    ['a code under caps lock', CODE.toUpperCase(), CODE],
    ['a code from a keyboard whose shift is turned round', CODE.toLowerCase(), CODE],
    ['a code in full width', fullWidth(CODE), CODE],
  ])('%s is the card', (_what, typed, scanned) => {
    expect(cardIn(typed)).toEqual({ kind: 'card', scanned });
  });

  it('a queue number is one, in small letters, too', () => {
    expect(cardIn(' a012 ')).toEqual({ kind: 'queue', scanned: 'A012' });
  });

  it.each(['20261123-01-0', '20261323-01-0042', '20261323010042', 'XF1|990001|01890a5d', CODE.slice(0, -1), '张三'])(
    '%s is not whole',
    (typed) => {
      expect(cardIn(typed)).toEqual({ kind: 'incomplete' });
    },
  );

  it('nothing is nothing', () => {
    expect(cardIn('  ')).toBeNull();
  });
});
