import type { z } from 'zod';
import type { Role } from '../domain/basics';

/**
 * Who may ask:
 * - `anyone`: before sign-in too (first start, passphrase, sign-in);
 * - `signed-in`: any role, not while the screen is locked;
 * - a list of roles: one of them must be held;
 * - `hall-screen`: the window on the second display, which may ask nothing else.
 */
export type Access = 'anyone' | 'signed-in' | 'hall-screen' | readonly Role[];

/** Which part of the main process answers: its own services, or the storage host behind it. */
export type Service = 'main' | 'storage';

export interface RequestSpec<S extends Service = Service, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'request';
  service: S;
  access: Access;
  /** Writes are refused while the disk guard holds the program read-only. */
  writes: boolean;
  input: I;
  output: O;
}
export interface LiveSpec<S extends Service = Service, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'live';
  service: S;
  access: Access;
  input: I;
  output: O;
}

export const query = <S extends Service, I extends z.ZodType, O extends z.ZodType>(
  service: S,
  access: Access,
  input: I,
  output: O,
): RequestSpec<S, I, O> => ({ kind: 'request', service, access, writes: false, input, output });

export const command = <S extends Service, I extends z.ZodType, O extends z.ZodType>(
  service: S,
  access: Access,
  input: I,
  output: O,
): RequestSpec<S, I, O> => ({ kind: 'request', service, access, writes: true, input, output });

export const live = <S extends Service, I extends z.ZodType, O extends z.ZodType>(
  service: S,
  access: Access,
  input: I,
  output: O,
): LiveSpec<S, I, O> => ({ kind: 'live', service, access, input, output });
