import { z } from 'zod';

/** How the program came to this PC, and so how a newer one comes. */
export const UpdateForm = z.enum([
  /** Windows, by its installer. */
  'nsis',
  /** Debian and what follows it, by a package: root installs it. */
  'deb',
  /** Unpacked: `<place>/<version>/`, and `<place>/current` that points at one of them. */
  'folder',
  /** Neither: an unpacked folder without `current`, or the program from its sources. */
  'other',
]);
export type UpdateForm = z.infer<typeof UpdateForm>;

export const UPDATE_MANIFEST = 'update.json';
export const UPDATE_SIGNATURE = 'update.json.sig';

export const Version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}(?:-[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*)?$/);

export const UpdateFile = z.object({
  /** A plain name beside the manifest; nothing that leads elsewhere. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
  form: UpdateForm.exclude(['other']),
  arch: z.enum(['x64', 'arm64']),
  bytes: z.number().int().min(1),
  /** Lower-case hex. */
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
});
export type UpdateFile = z.infer<typeof UpdateFile>;

/** What the vendor signs: which version, what is new in it, and the hashes of its files. */
export const UpdateManifest = z.object({
  format: z.literal(1),
  product: z.literal('jiefangtai'),
  version: Version,
  /** Day of the release, in the vendor's time zone. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  notes: z.array(z.string().min(1).max(200)).max(20),
  files: z.array(UpdateFile).min(1).max(20),
});
export type UpdateManifest = z.infer<typeof UpdateManifest>;

/** Why there is no update, or none yet. The words stand in rules/update-words. */
export const UPDATE_TROUBLES = [
  'unreachable',
  'no-manifest',
  'bad-signature',
  'bad-manifest',
  'bad-hash',
  'interrupted',
  'older',
  'no-file',
  'no-room',
  'not-installed',
  'failed',
] as const;
export const UpdateTrouble = z.enum(UPDATE_TROUBLES);
export type UpdateTrouble = z.infer<typeof UpdateTrouble>;

export const UpdateState = z.object({
  /** `handed`: the verified file and the command stand ready for whoever has the right to install. */
  phase: z.enum(['off', 'idle', 'checking', 'downloading', 'ready', 'installing', 'handed']),
  /** Why it is off: a sentence; empty otherwise. */
  why: z.string(),
  current: z.string(),
  form: UpdateForm,
  source: z.string(),
  checkedAt: z.number().nullable(),
  /** What was found newer; null: nothing. */
  found: UpdateManifest.pick({ version: true, date: true, notes: true }).nullable(),
  /** Bytes. */
  progress: z.object({ done: z.number(), total: z.number() }).nullable(),
  trouble: UpdateTrouble.nullable(),
  command: z.string(),
});
export type UpdateState = z.infer<typeof UpdateState>;

/** Before the program knows where it stands. */
export const NO_UPDATE: UpdateState = {
  ...{ phase: 'off', why: '', current: '', form: 'other', source: '', checkedAt: null },
  ...{ found: null, progress: null, trouble: null, command: '' },
};
