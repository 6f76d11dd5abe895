import { crc32 } from './crc32';

/** forms 5.1: the code on the card says only where it was issued and an opaque id, so a lost card leaks nothing. */
const KIND = 'XF1';
const SHAPE = /^XF1\|(\d{6})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\|([0-9a-f]{8})$/;

/** @param unitCode the unit's six-digit district code @returns `XF1|<unit>|<visit id>|<crc32 of what stands before>` */
export function qrPayload(unitCode: string, visitId: string): string {
  const body = `${KIND}|${unitCode}|${visitId}`;
  return `${body}|${crc32(body)}`;
}

/** What a scanner read; null when it is no card of ours or was misread. */
export function parseQr(scanned: string): { unitCode: string; visitId: string } | null {
  const text = scanned.trim();
  const [, unitCode, visitId, crc] = SHAPE.exec(text) ?? [];
  if (unitCode === undefined || visitId === undefined) return null;
  return crc32(text.slice(0, text.lastIndexOf('|'))) === crc ? { unitCode, visitId } : null;
}
