import type { LiveName, RequestName } from '../contract';
import { DAY_REQUESTS } from './days-requests';
import { EMERGENCY_REQUESTS } from './emergency-requests';
import { PROGRAM_REQUESTS } from './program-requests';
import { RECEPTION_REQUESTS } from './reception-requests';
import { TALK_REQUESTS } from './talks-requests';

/** What a person asked for, in the words of the trail, of a refusal and of a history. A request without a word does not compile. */
export const REQUEST_NAMES: Readonly<Record<RequestName | LiveName, string>> = {
  ...PROGRAM_REQUESTS,
  ...RECEPTION_REQUESTS,
  ...TALK_REQUESTS,
  ...EMERGENCY_REQUESTS,
  ...DAY_REQUESTS,
};
