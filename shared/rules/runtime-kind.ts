import type { RuntimeKind } from '../contract/about';

/** What development and tests fall back to where the official runtime cannot be had (build/setup/fallback-runtime.mjs). */
const FALLBACK = '33.4.11';

export const runtimeKind = (running: string, expected: string): RuntimeKind =>
  running === expected ? 'official' : running === FALLBACK ? 'fallback' : 'other';
