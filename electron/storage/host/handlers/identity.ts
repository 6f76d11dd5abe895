import type { DocumentType } from '../../../../shared/domain/person';
import { refuse } from '../../../../shared/errors';
import { identityKey, normalizeNumber, showsDocument } from '../../../../shared/rules/identity';
import { identityHash } from '../codec';
import { type Host, writeAs } from '../host';
import type { Opened } from '../tables';
import { knownPerson } from '../views/known-person';
import type { RequestHandlers } from './types';

/** The keyed hash a document is found by; null for those without one, who are never taken for one another. */
export function documentHash(host: Host, docType: DocumentType, docNumber: string): string | null {
  const normalized = normalizeNumber(docNumber);
  if (!showsDocument(docType) || normalized === '') return null;
  return identityHash(host.hall, identityKey(docType, normalized));
}

/** The person with this document. One whose key was destroyed is nobody any more. */
export async function personByHash({ db, reader }: Host, hash: string): Promise<Opened<'persons'> | undefined> {
  const people = await reader.open('persons', await db.rows('persons').where('docHash').equals(hash).toArray());
  return people.find((person) => !person.unreadable);
}

export const identityHandlers: Pick<RequestHandlers, 'identity.lookup' | 'person.known' | 'person.reveal'> = {
  'identity.lookup': (host, { docType, docNumber }, { actor }) =>
    host.db.reading(async () => {
      const hash = documentHash(host, docType, docNumber);
      const person = hash && (await personByHash(host, hash));
      return person ? knownPerson(host, person.id, actor) : null;
    }),

  'person.known': (host, { personId }, { actor }) => host.db.reading(() => knownPerson(host, personId, actor)),

  'person.reveal': async (host, { personId, field }, call) => {
    const person = (await host.reader.one('persons', personId)) ?? refuse('not-found');
    if (person.unreadable) refuse('damaged');
    await writeAs(host, call, async (draft) => draft.audit(call.name, personId, field));
    return { value: person[field] };
  },
};
