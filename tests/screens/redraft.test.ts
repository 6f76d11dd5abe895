import { describe, expect, it } from 'vitest';
import { redrafted } from '../../renderer/briefings/redraft';
import { BRIEFING_SECTIONS, type BriefingText, type Sentence } from '../../shared/domain/briefing';

const said = (text: string, generated = text): Sentence => ({ text, generated, sources: [] });
const text = (sentences: Sentence[]): BriefingText => ({
  ...{ to: '领导小组', secrecy: '内部', term: '' },
  sections: BRIEFING_SECTIONS.map((key) => ({ key, sentences: key === 'overview' ? sentences : [] })),
});
const overview = (of: BriefingText): string[] => of.sections[0]?.sentences.map((each) => each.text) ?? [];

describe('a 专报 drafted anew', () => {
  it('takes the records’ words of now, and leaves what a person wrote or changed as it is', () => {
    const before = text([said('共 1 批'), said('改过的话', '涉及民政'), said('自己写的', '')]);
    const fresh = text([said('共 2 批'), said('涉及民政'), said('新的一句')]).sections;
    expect(overview(redrafted(before, fresh))).toEqual(['共 2 批', '新的一句', '改过的话', '自己写的']);
  });
  it('changes nothing of its head, and nothing at all where nothing is new', () => {
    const before = text([said('共 1 批')]);
    expect(redrafted(before, before.sections)).toEqual(before);
  });
});
