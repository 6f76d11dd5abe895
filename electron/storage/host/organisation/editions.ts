import type { Seat } from '../../../../shared/domain/organisation';
import { editionOn, inSeatOrder } from '../../../../shared/rules/organisation';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** All editions, those of the future too: one for each change of the unit's people, so few. */
export const editionsOf = ({ reader }: Pick<Host, 'reader'>): Promise<Opened<'organisations'>[]> => reader.all('organisations');

/** Who holds which seat on a day; nobody before the first edition. @param day `YYYY-MM-DD` */
export async function seatsOn(host: Pick<Host, 'reader'>, day: string): Promise<Seat[]> {
  return inSeatOrder(editionOn(await editionsOf(host), day)?.seats ?? []);
}
