import type { Marks } from './marks';

/** The words of one card, in the order they are read. Everything personal is masked already in the model. */
export interface CardView extends Marks {
  unitName: string;
  queueNumber: string;
  number: string;
  /** Payload of the QR code. */
  qr: string;
  issuedAt: string;
  desk: string;
  name: string;
  document: string;
  phone: string;
  visitKind: string;
  field: string;
  place: string;
  checker: string;
  consultPhone: string;
  notice: readonly string[];
  /** What the staff's own part says beyond the visitor's: arrangements, never an illness. */
  stubMark: string;
}
