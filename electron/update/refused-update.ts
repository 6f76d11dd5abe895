import type { UpdateTrouble } from '../../shared/domain/update';

/** Carries why an update ends to the service, which tells it. */
export class RefusedUpdate extends Error {
  constructor(
    readonly trouble: UpdateTrouble,
    detail = '',
  ) {
    super(`${trouble}${detail && `: ${detail}`}`);
  }
}
