import type { LiveName, RequestName } from '../contract';

/** Words of some requests; one that does not exist does not compile. */
export type RequestWords = Partial<Record<RequestName | LiveName, string>>;
