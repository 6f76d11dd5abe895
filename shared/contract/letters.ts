import { z } from 'zod';
import { Id } from '../domain/basics';
import { LetterInput, LetterKind, LetterTemplate, LetterTemplateView } from '../domain/letters';
import { command, query } from './define';
import { TALKERS } from './roles';

const none = z.object({});
const Block = z.discriminatedUnion('block', [
  z.object({ block: z.literal('text'), text: z.string() }),
  z.object({ block: z.literal('heading'), text: z.string() }),
  z.object({ block: z.literal('table'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({
    block: z.literal('lines'),
    rows: z.array(z.object({ time: z.string(), who: z.string(), text: z.string(), note: z.string() })),
  }),
  z.object({ block: z.literal('sign'), labels: z.array(z.string()) }),
  z.object({ block: z.literal('signature'), label: z.string(), image: z.string(), at: z.string() }),
]);

export const letterContract = {
  /** The templates in force, of every kind. */
  'letter.templates': query('storage', 'signed-in', none, z.array(LetterTemplateView)),
  /** All versions of one, newest first. */
  'letter.versions': query('storage', ['administrator'], z.object({ kind: LetterKind }), z.array(LetterTemplateView)),
  /** Refused beside the body when it names something that nothing stands for. */
  'letter.saveTemplate': command('storage', ['administrator'], LetterTemplate, z.object({ version: z.number().int() })),
  /** A template filled with an example, before it is kept. */
  'letter.example': query('storage', ['administrator'], LetterTemplate, z.object({ title: z.string(), blocks: z.array(Block) })),

  /** Which words of this paper somebody has to type: what 督办 knows by now is not asked again. */
  'letter.asked': query('storage', TALKERS, z.object({ interviewId: Id, kind: LetterKind }), z.array(z.string())),
  /** The paper as it would be printed now. */
  'letter.preview': query('storage', TALKERS, LetterInput, z.object({ title: z.string(), blocks: z.array(Block) })),
  'print.letter': command('main', TALKERS, LetterInput, z.object({ printJobId: Id })),
} as const;
