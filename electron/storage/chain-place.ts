/** A place in a desk's chain: after the change with this number of that incarnation. */
export interface ChainPlace {
  inc: number;
  last: number;
}

/** Whether `a` comes later in the chain than `b`. */
export const isAfter = (a: ChainPlace, b: ChainPlace): boolean => a.inc > b.inc || (a.inc === b.inc && a.last > b.last);
