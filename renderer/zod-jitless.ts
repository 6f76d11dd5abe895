import { z } from 'zod';
import { fieldSentence } from '../shared/field-sentences';

/**
 * zod tries `new Function` to see whether it may compile its parsers. Our Content-Security-Policy forbids that, and
 * each try would be reported as a violation. It is imported before any schema, since the try happens when one is made.
 */
z.config({ jitless: true, customError: fieldSentence });
