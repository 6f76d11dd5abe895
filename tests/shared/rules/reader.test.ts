import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardFields, ReaderSettings } from '../../../shared/domain/reader';
import { readAnswer, succeeded } from '../../../shared/rules/reader-answer';
import { cardFields, cardNotes } from '../../../shared/rules/reader-card';
import { CARD, written } from '../../readers/simulated-reader';
import { TODAY, withWrongCheckDigit } from '../facts';

const WHOLE = { number: '11010519491231002X', name: '李秀兰', birth: '19491231', address: CARD.certAddress, until: '长期' };

describe('an answer of a reader', () => {
  it.each([
    ['one field a line, as the service writes', written(CARD)],
    ['proper JSON', JSON.stringify(CARD)],
    ['a byte order mark before it', `\ufeff${JSON.stringify(CARD)}`],
    ['a callback around it', `cb(${JSON.stringify(CARD)});`],
    ['the card in an inner object', JSON.stringify({ code: 0, msg: 'ok', data: CARD })],
    [
      'single quotes and no quotes',
      `{resultFlag: 0, certNumber: '11010519491231002X', partyName: '李秀兰', bornDay: 19491231, certAddress: '${CARD.certAddress}', expDate: 长期}`,
    ],
    ['a path with bare backslashes', written(CARD).replace('"certOrg"', '"picPath" : "D:\\1\\李.bmp",\r\n   "certOrg"')],
    ['a comma too many', written(CARD).replace('0\r\n}', '0,\r\n}')],
    ['its end lost', written(CARD).slice(0, -4)],
    [
      'other spellings',
      JSON.stringify({
        result_code: '0',
        IDNumber: '11010519491231002X',
        Name: '李秀兰',
        Birthday: '1949.12.31',
        Address: CARD.certAddress,
        ValidDate: '2015.01.01-长期',
      }),
    ],
    [
      'Chinese names',
      '公民身份号码：11010519491231002X\n姓名：李秀兰\n出生日期：1949年12月31日\n住址：示范县城关镇东街 12 号\n有效期限：2015.01.01-长期',
    ],
  ])('with %s', (_what, text) => {
    const answer = readAnswer(text);
    expect(answer && cardFields(answer)).toMatchObject({
      docType: 'resident-id',
      docNumber: WHOLE.number,
      name: WHOLE.name,
      birthDate: '1949-12-31',
      address: '示范县城关镇东街12号',
      validUntil: '长期',
    });
  });

  it.each([
    '',
    '{}',
    '[]',
    'null',
    'OK',
    '<html><p>name: x</p></html>',
    '{"a":{"b":{"c":{"d":{"e":{"certNumber":"11010519491231002X"}}}}}}',
  ])('is none: %s', (text) => {
    expect(readAnswer(text)).toBeNull();
  });

  it.each([
    [{ flag: '0' }, true],
    [{ flag: '00' }, true],
    [{ flag: 'OK' }, true],
    [{ flag: '-11' }, false],
    [{ flag: '1' }, false],
    [{}, false],
  ])('%j succeeded: %s', (answer, yes) => {
    expect(succeeded(answer)).toBe(yes);
  });

  it('takes the fields on the list and no others, however they are nested or spelt', () => {
    const finger = fc.constantFrom('finger', 'fingerData', 'fingerprint', 'fp', 'leftFinger', '指纹', 'identityPic', 'photo', 'samId');
    fc.assert(
      fc.property(fc.array(finger, { minLength: 1 }), fc.boolean(), fc.boolean(), (names, nested, loose) => {
        const extra = Object.fromEntries(names.map((name) => [name, nested ? { data: 'SECRET', list: ['SECRET'] } : 'SECRET']));
        const text = JSON.stringify({ ...extra, ...CARD, more: extra });
        const answer = readAnswer(loose ? `${text.slice(0, -1)},}` : text);
        expect(JSON.stringify(answer)).not.toContain('SECRET');
        expect(answer).toMatchObject({ number: CARD.certNumber, name: CARD.partyName });
      }),
    );
  });

  it('never fails, and what it makes of it fits the contract', () => {
    const odd = fc.record({
      certNumber: fc.string(),
      partyName: fc.string(),
      bornDay: fc.string(),
      certAddress: fc.string(),
      expDate: fc.string(),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          odd.map(written),
          odd.map((o) => written({ ...o, certNumber: CARD.certNumber })),
        ),
        (text) => {
          const answer = readAnswer(text);
          const fields = answer && cardFields(answer);
          if (fields) expect(CardFields.safeParse(fields).success).toBe(true);
        },
      ),
    );
  });
});

const fieldsOf = (more: Record<string, string>) => cardFields({ ...WHOLE, ...more });

describe('the fields of a card', () => {
  it.each([
    [{ number: '810000199001010019' }, 'hmt-residence'],
    [{ number: '810000199001010019', type: 'J' }, 'hmt-residence'],
    [{ number: '91115619860101001X', type: 'I' }, 'foreign-permanent'],
    [{ number: '91115619860101001X' }, 'foreign-permanent'],
    [{ number: 'USA110075042103', type: 'I' }, 'foreign-permanent-15'],
    [{ type: ' ' }, 'resident-id'],
  ])('%j is %s', (more, docType) => {
    expect(fieldsOf(more as Record<string, string>)?.docType).toBe(docType);
  });

  it.each([
    [{ number: '１１０１０５１９４９１２３１００２ｘ ' }, { docNumber: '11010519491231002X' }],
    [{ name: '李 秀 兰   ' }, { name: '李秀兰' }],
    [{ name: 'ZHANG  SAN ' }, { name: 'ZHANG SAN' }],
    [{ name: '阿卜杜拉·买买提' }, { name: '阿卜杜拉·买买提' }],
    [{ sex: '男' }, { sex: 'male' }],
    [{ sex: '2' }, { sex: 'female' }],
    [{ sex: '未说明' }, { sex: undefined }],
    [{ birth: '1949/12/31' }, { birthDate: '1949-12-31' }],
    [{ birth: '19491331' }, { birthDate: undefined }],
    [{ until: '20300101' }, { validUntil: '2030-01-01' }],
    [{ until: '2010.01.01-2030.01.01' }, { validUntil: '2030-01-01' }],
    [{ until: '20100101-20300101' }, { validUntil: '2030-01-01' }],
    [{ until: '2010年1月1日至2030年1月1日' }, { validUntil: '2030-01-01' }],
    [{ until: '??' }, { validUntil: '' }],
    [{ nation: '汉' }, { ethnicGroup: '汉' }],
    [{ nation: '01' }, { ethnicGroup: '' }],
  ])('%j reads %j', (more, fields) => {
    expect(fieldsOf(more as Record<string, string>)).toMatchObject(fields);
  });

  it.each(['', '读卡失败', '000000', 'D:\\1\\123.bmp'])('are none without a number: %j', (number) => {
    expect(fieldsOf({ number })).toBeNull();
  });
});

describe('what there is to say of a card', () => {
  const notes = (more: Record<string, string>): string[] => {
    const fields = fieldsOf(more);
    return fields ? cardNotes(fields, TODAY) : ['no card'];
  };
  it.each([
    ['a good one: nothing', {}, []],
    ['one that ends today: nothing', { until: '20261123' }, []],
    ['one that ended yesterday', { until: '20261122' }, ['已过期']],
    [
      'a wrong check digit, with the fields given all the same',
      { number: withWrongCheckDigit(WHOLE.number) },
      ['第 18 位校验码应为 X，现为 0'],
    ],
    ['a chip that disagrees with its number', { birth: '19490101', sex: '男' }, ['出生日期', '性别']],
    ['no name', { name: ' ' }, ['没有读到姓名']],
  ])('%s', (_what, more, parts) => {
    const said = notes(more as Record<string, string>);
    expect(said).toHaveLength(parts.length);
    parts.forEach((part, i) => {
      expect(said[i]).toContain(part);
    });
  });
});

describe('the settings of a reader', () => {
  it.each([
    [{ kind: 'http', port: 19196 }, true],
    [{}, true],
    [{ kind: 'http', port: 1023 }, false],
    [{ kind: 'http', port: 65536 }, false],
    [{ kind: 'dll' }, false],
  ])('%j: %s', (value, fits) => {
    expect(ReaderSettings.safeParse(value).success).toBe(fits);
  });
});
