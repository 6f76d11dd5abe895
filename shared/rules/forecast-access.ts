import type { Role } from '../domain/basics';
import { CARE_DETAIL_READERS } from './care-note';

/** Who does what with the forecast [default]: XT collects, YP grades and warns, the leading group decides (plan S05, S24, S26). */

/** Who types in what the channels tell. */
export const FORECAST_WRITERS: readonly Role[] = ['registrar', 'coordinator', 'analyst', 'leader'];
/** Health and conduct: those who may read them in care notes. Neither the desk nor the administrator. */
export const TRAIT_READERS: readonly Role[] = CARE_DETAIL_READERS;
/** Whoever types both: an import may hold health and conduct, too. */
export const TRAIT_WRITERS: readonly Role[] = FORECAST_WRITERS.filter((role) => TRAIT_READERS.includes(role));
export const FORECAST_GRADERS: readonly Role[] = ['analyst', 'leader'];
/** Who tells the groups, and proposes to the leading group. */
export const FORECAST_PUBLISHERS: readonly Role[] = ['analyst', 'coordinator', 'leader'];
export const FORECAST_PRINTERS: readonly Role[] = ['registrar', 'coordinator', 'analyst', 'leader'];

export const mayReadTraits = (roles: readonly Role[]): boolean => roles.some((role) => TRAIT_READERS.includes(role));
