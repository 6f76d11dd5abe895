import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readName } from '../../../shared/rules/name-reading';
import { SYLLABLES } from '../../../shared/rules/pinyin-syllables';
import { type Findable, MOST_TOKENS, matchesWord, parseQuery, tokensFor } from '../../../shared/rules/search-tokens';

const LI: Findable = { name: '李秀兰', docNumber: '11010519491231002X', phone: '13812345678' };
const PEOPLE: Findable[] = [
  LI,
  { name: '李想', docNumber: '340524198001010018', phone: '13900001111' },
  { name: '欧阳建国', docNumber: '34052419800101001X', phone: '057187654321' },
  { name: '曾国强', docNumber: '810000199001010019', phone: '' },
  { name: '吕布', docNumber: 'E12345678', phone: '13700002222' },
  { name: '阿依古丽·吐尔逊', docNumber: '650100199001010010', phone: '13600003333' },
  { name: 'John Smith', docNumber: '990000199001010017', phone: '+85291234567' },
  { name: '西安娜', docNumber: '', phone: '' },
  { name: '来访人123', docNumber: '', phone: '' },
  { name: '王军', docNumber: '南字第01234567号', phone: '' },
  { name: '', docNumber: '', phone: '' },
];

/** As the storage does it: candidates by token, each word checked after opening. */
function find(text: string): string[] {
  const query = parseQuery(text);
  if (query.kind !== 'tokens') return [];
  const looked = query.words.filter((word) => word.candidates.length > 0);
  return PEOPLE.filter((person) => {
    const tokens = new Set(tokensFor(person));
    return (
      looked.some((word) => word.candidates.some((row) => row.every((token) => tokens.has(token)))) &&
      query.words.every((word) => word.verify(person))
    );
  }).map(({ name }) => name);
}

describe('a person is found by', () => {
  it.each([
    ['李', ['李秀兰', '李想']],
    ['李秀', ['李秀兰']],
    ['李秀兰', ['李秀兰']],
    ['秀兰', ['李秀兰']],
    ['lxl', ['李秀兰']],
    ['LXL', ['李秀兰']],
    ['lix', ['李秀兰', '李想']],
    ['lixl', ['李秀兰']],
    ['lixiulan', ['李秀兰']],
    ['lixian', ['李想']],
    ['liwei', []],
    ['lxlan', ['李秀兰']],
    ['李xl', ['李秀兰']],
    ['l', ['李秀兰', '李想', '吕布', '来访人123']],
    ['li', ['李秀兰', '李想']],
    ['002X', ['李秀兰']],
    ['002x', ['李秀兰']],
    ['１９４９１２３１００２Ｘ', ['李秀兰']],
    ['11010519491231002X', ['李秀兰']],
    ['110105 19491231 002X', ['李秀兰']],
    ['5678', ['李秀兰', '吕布']],
    ['13812345678', ['李秀兰']],
    ['138 1234 5678', ['李秀兰']],
    ['+8613812345678', ['李秀兰']],
    ['李 5678', ['李秀兰']],
    ['lxl 002x', ['李秀兰']],
    ['李想 5678', []],
    ['欧阳', ['欧阳建国']],
    ['建国', ['欧阳建国']],
    ['oyjg', ['欧阳建国']],
    ['ouyang', ['欧阳建国']],
    ['ouyangj', ['欧阳建国']],
    ['欧阳建国', ['欧阳建国']],
    ['欧阳建国强', []],
    ['zeng', ['曾国强']],
    ['zgq', ['曾国强']],
    ['lv', ['吕布']],
    ['lubu', ['吕布']],
    ['E12345678', ['吕布']],
    ['阿依古丽', ['阿依古丽·吐尔逊']],
    ['吐尔逊', ['阿依古丽·吐尔逊']],
    ['阿依古丽吐尔逊', ['阿依古丽·吐尔逊']],
    ['john', ['John Smith']],
    ['smith', ['John Smith']],
    ['Jo', ['John Smith']],
    ['xian', ['西安娜']],
    ['xan', ['西安娜']],
    ['兰秀', []],
    ['来访人12', ['来访人123']],
    ['laifr', ['来访人123']],
    ['南字第01234567号', ['王军']],
    ['4567', ['John Smith', '王军']],
  ])('%s', (text, names) => expect(find(text)).toEqual(names));
});

describe('a query is understood as', () => {
  it.each([
    ['20261123-01-0001', { kind: 'number', prefix: '20261123-01-0001' }],
    ['20261123-01', { kind: 'number', prefix: '20261123-01' }],
    ['20261123-', { kind: 'number', prefix: '20261123-' }],
    ['20261123010001', { kind: 'number', prefix: '20261123-01-0001' }],
    ['２０２６１１２３－０１－０００１', { kind: 'number', prefix: '20261123-01-0001' }],
    ['A012', { kind: 'queue', number: 'A012' }],
    ['a12', { kind: 'queue', number: 'A012' }],
    ['2026-11-23', { kind: 'visits', filters: { days: { from: '2026-11-23', to: '2026-11-23' } } }],
    ['2026/1/5', { kind: 'visits', filters: { days: { from: '2026-01-05', to: '2026-01-05' } } }],
    ['2026年11月23日', { kind: 'visits', filters: { days: { from: '2026-11-23', to: '2026-11-23' } } }],
    ['20261123', { kind: 'visits', filters: { days: { from: '2026-11-23', to: '2026-11-23' } } }],
    ['', { kind: 'empty' }],
    ['  ', { kind: 'empty' }],
    ['12', { kind: 'empty' }],
    ['·', { kind: 'empty' }],
  ])('%s', (text, query) => expect(parseQuery(text)).toEqual(query));

  it('eight digits that are no day may end a telephone number', () => expect(parseQuery('12345678').kind).toBe('tokens'));
});

describe('tokens', () => {
  it('name prefixes, given name, surname and initials, last digits', () => {
    expect(tokensFor(LI)).toEqual([
      'n:李',
      'n:李秀',
      'n:李秀兰',
      'g:秀兰',
      's:li',
      'si:li|x',
      'ss:li|xiu',
      'i:l',
      'i:lx',
      'i:lxl',
      'd:002X',
      'p:5678',
    ]);
  });
  it('are none for nobody', () => expect(tokensFor({ name: '', docNumber: '', phone: '' })).toEqual([]));

  const name = fc.string({ unit: fc.constantFrom(...'李王张欧阳秀兰建国吕曾单·abcX 1'), maxLength: 12 });
  const person = fc.record({ name, docNumber: fc.string({ maxLength: 20 }), phone: fc.string({ maxLength: 15 }) });
  it('are at most 12, with no two alike', () => {
    fc.assert(
      fc.property(person, (each) => {
        const tokens = tokensFor(each);
        expect(tokens.length).toBeLessThanOrEqual(MOST_TOKENS);
        expect(new Set(tokens).size).toBe(tokens.length);
      }),
    );
  });

  it('find a Chinese name by itself and by the beginnings of its pinyin', () => {
    const han = fc.string({ unit: fc.constantFrom(...'李王张秀兰建国吕曾欧阳陈志明'), minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(han, fc.integer({ min: 1, max: 4 }), (full, length) => {
        const each = { name: full, docNumber: '', phone: '' };
        const tokens = tokensFor(each);
        for (const text of [full, full.slice(0, length)]) {
          const query = parseQuery(text);
          expect(query.kind).toBe('tokens');
          if (query.kind !== 'tokens') continue;
          expect(
            query.words.every((word) => word.verify(each) && word.candidates.some((row) => row.every((token) => tokens.includes(token)))),
          ).toBe(true);
        }
      }),
    );
  });

  const NAMES = ['梁伟华', '李昂文', '林晓', '欧阳修', '吕伟', '周洋', '鄂伟', '王', '张晓红', '吴一', '易安', '李秀兰', '张秀', '诸葛亮'];
  const found = (typed: string, full: string): boolean => {
    const each = { name: full, docNumber: '', phone: '' };
    const tokens = tokensFor(each);
    const query = parseQuery(typed);
    if (query.kind !== 'tokens') return false;
    const [word] = query.words;
    return word?.verify(each) === true && word.candidates.some((row) => row.every((token) => tokens.includes(token)));
  };
  it('find a Chinese name by pinyin as it is typed: syllables, initials, or the surname and initials, unfinished too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 12 }), fc.nat(2), (full, length, way) => {
        const readings = readName(full).characters.map(({ spellings }) => spellings[0] ?? '');
        const [first = '', ...rest] = readings;
        const initials = (of: string[]): string => of.map((reading) => reading[0]).join('');
        const typed = [readings.join(''), initials(readings), first + initials(rest)][way] ?? '';
        expect(found(typed.slice(0, length), full), `${typed.slice(0, length)} → ${full}`).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it.each([
    ['lxiulan', '李秀兰'],
    ['lixlan', '李秀兰'],
    ['lvwei', '吕伟'],
    ['luwei', '吕伟'],
    ['zhxiu', '张秀'],
    ['ouyangxiu', '欧阳修'],
  ])('%s finds %s', (typed, full) => expect(found(typed, full)).toBe(true));
  it('a long word asks for few rows', () => {
    for (const typed of ['zhangxiaohong', 'liangweihua', 'chenyang', 'wangxiuying', 'zhuangxiang'])
      for (let length = 1; length <= typed.length; length++) {
        const query = parseQuery(typed.slice(0, length));
        expect(query.kind === 'tokens' ? (query.words[0]?.candidates.length ?? 0) : 0, typed.slice(0, length)).toBeLessThan(30);
      }
  });

  it('any typing is answered quickly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ unit: fc.constantFrom(...'zhangxi'), maxLength: 60 }), (a, b) => {
        for (const text of [a, b]) {
          parseQuery(text);
          expect(typeof matchesWord(text, LI)).toBe('boolean');
        }
      }),
    );
  });

  it('know all syllables once', () => {
    expect(new Set(SYLLABLES).size).toBe(SYLLABLES.length);
    expect(SYLLABLES.length).toBeGreaterThan(390);
  });
});
