/** Who gives 专报 their numbers, from when. */
export const schema013: Record<string, string> = {
  briefingTerms: 'id, term',
};
