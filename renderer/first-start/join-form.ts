import type { AppError } from '../../shared/result';

const SHOWN: ReadonlySet<string> = new Set(['code', 'passphrase', 'protection']);

/** Whether an answer says something that stands beside none of the fields of 加入. */
export const withoutPlace = ({ fields = {} }: AppError): boolean => {
  const places = Object.keys(fields);
  return places.length === 0 || places.some((place) => !SHOWN.has(place));
};
