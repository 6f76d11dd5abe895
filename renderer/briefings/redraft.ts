import type { BriefingText, Sentence } from '../../shared/domain/briefing';

/** The records' words of now, with every sentence that a person changed or added left as it is, behind those of its section. */
export function redrafted(text: BriefingText, fresh: BriefingText['sections']): BriefingText {
  const own = (sentence: Sentence): boolean => sentence.generated === '' || sentence.text !== sentence.generated;
  const sections = text.sections.map((section) => {
    const mine = section.sentences.filter(own);
    const replaced = new Set(mine.map(({ generated }) => generated));
    const made = (fresh.find(({ key }) => key === section.key)?.sentences ?? []).filter(({ generated }) => !replaced.has(generated));
    return { ...section, sentences: [...made, ...mine] };
  });
  return { ...text, sections };
}
