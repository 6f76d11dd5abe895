import { describe, expect, it } from 'vitest';
import { type BookFacts, bookParts, wholeBook } from '../../../shared/documents/handbook-book';

const entry = (n: number) => ({ type: 'E08 聚集', title: `条目${n}`, about: '第 1 版', body: '先数人\n再开口' });
const facts: BookFacts = { unitName: '示范县信访局', date: '2026年11月23日', demo: false, entries: [entry(1), entry(2), entry(3)] };
const pagesOf = (pages: number[]): string[] => {
  const grid = wholeBook(facts, pages).blocks.find((block) => block.block === 'grid');
  return grid?.block === 'grid' ? grid.rows.map((row) => row[2] ?? '') : [];
};

describe('the whole handbook', () => {
  it.each([
    [
      [1, 1, 1, 1],
      ['2', '3', '4'],
    ],
    [
      [1, 3, 1, 2],
      ['2', '5', '6'],
    ],
    [
      [2, 1, 2, 1],
      ['3', '4', '6'],
    ],
  ])('with pages %j tells %j in its contents', (pages, told) => expect(pagesOf(pages)).toEqual(told));

  it('has the contents first, then each entry on a page of its own', () => {
    const blocks = wholeBook(facts, [1, 1, 1, 1]).blocks;
    expect(blocks.filter(({ block }) => block === 'part')).toHaveLength(3);
    expect(blocks[0]).toEqual({ block: 'heading', text: '目录' });
    expect(bookParts(facts)).toHaveLength(4);
  });
});
