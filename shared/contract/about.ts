import { z } from 'zod';
import { query } from './define';

/** Which Electron runs here: the one a release is built with, the development fallback, or another that was put in its place. */
export const RuntimeKind = z.enum(['official', 'fallback', 'other']);
export type RuntimeKind = z.infer<typeof RuntimeKind>;

export const AboutProgram = z.object({
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  v8: z.string(),
  runtime: RuntimeKind,
  /** The Electron that a release of this version is built with. */
  expectedElectron: z.string(),
  /** False: started from its source. */
  packaged: z.boolean(),
  /** `linux x64`, with the kernel's or the system's own number. */
  system: z.string(),
});
export type AboutProgram = z.infer<typeof AboutProgram>;

/** What a part that is not ours is called and under which licence it came; its words are asked for one by one. */
export const NoticeHead = z.object({
  id: z.string(),
  name: z.string(),
  /** Empty: Chromium's list names none. */
  version: z.string(),
  /** SPDX; empty where only the words tell. */
  licence: z.string(),
  /** `program`: in our bundles; `runtime`: Electron, Chromium and what is in them. */
  part: z.enum(['program', 'runtime']),
});
export type NoticeHead = z.infer<typeof NoticeHead>;

const none = z.object({});
const Saved = z.object({ saved: z.boolean(), fileName: z.string() });

export const aboutContract = {
  'about.program': query('main', 'signed-in', none, AboutProgram),
  'about.notices': query('main', 'signed-in', none, z.array(NoticeHead)),
  'about.notice': query('main', 'signed-in', z.object({ id: z.string().max(200) }), z.object({ text: z.string() })),
  /** Everything as files that can be read elsewhere: ours as text, the runtime's as the page it came with. */
  'about.saveNotices': query('main', 'signed-in', z.object({ part: NoticeHead.shape.part }), Saved),
  /** 诊断信息: how the program is, without anything of a person. */
  'about.saveDiagnostics': query('main', ['administrator'], none, Saved),
} as const;
