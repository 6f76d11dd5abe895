import type { Citation } from '../../../../shared/domain/interview';
import type { Host } from '../host';
import { articleById } from './views';

/**
 * The article as it stands in the library now, to be kept in a record: what is retired or brought by a new program
 * afterwards does not change what was cited. @throws Refusal `not-found`
 */
export async function freezeCitation({ library }: Pick<Host, 'library'>, articleId: string): Promise<Citation> {
  const { id, title, label, words, version, digest } = await articleById(library, articleId);
  return { articleId: id, title, label, words, version, digest };
}
