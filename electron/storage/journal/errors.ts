/** A journal that must not be used as it is: another hall's, a missing segment, an unreadable head. */
export class JournalError extends Error {
  constructor(
    readonly code: 'foreign' | 'damaged',
    detail: string,
  ) {
    super(`journal ${code}: ${detail}`);
    this.name = 'JournalError';
  }
}
