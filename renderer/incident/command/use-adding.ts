import { useCallback } from 'react';
import { v7 as uuid } from 'uuid';
import type { EntryInput } from '../../../shared/domain/incident';
import type { AppError } from '../../../shared/result';
import { useRequest } from '../../hooks/use-request';

export interface Adding {
  /** An entry that needs no form: one key, one line. @returns whether it was added */
  add(entry: EntryInput): Promise<boolean>;
  busy: boolean;
  error: AppError | undefined;
  clear(): void;
}

export function useAdding(id: string): Adding {
  const { run, busy, error, clear } = useRequest('incident.add');
  const add = useCallback(async (entry: EntryInput) => (await run({ requestId: uuid(), id, entry })).ok, [run, id]);
  return { add, busy, error, clear };
}
