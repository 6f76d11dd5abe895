import { expect, type Page } from '@playwright/test';
import { register, registrationOf } from '../faults/visits';
import { CHECKER_PIN } from './people';

/** Somebody more in the hall, waiting; by the same request as the desk's own form. */
export async function registerByVisit(page: Page, n: number): Promise<void> {
  expect(await register(page, { ...registrationOf(n), areaId: 'waiting' }, CHECKER_PIN)).toHaveProperty('visitId');
}
