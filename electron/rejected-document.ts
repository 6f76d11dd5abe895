import type { DocumentType } from '../shared/domain/person';

/** 匿名 goes with the anonymous visitor and with nobody else; 相符 needs a document that was shown. */
export function rejectedDocument(check: { result: string; docType: DocumentType; docNumber: string }): Record<string, string> {
  const shown = check.docType !== 'none' && check.docType !== 'anonymous';
  if (check.result === 'match' && (!shown || check.docNumber === '')) return { result: '没有出示证件，不能核对为「相符」' };
  if (check.result === 'anonymous' && check.docType !== 'anonymous') return { result: '只有匿名来访可选「匿名」' };
  return {};
}
