import { useState } from 'react';
import type { AppError } from '../../shared/result';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** The list on paper. `printed` says where it went and how many people are on it. */
export function usePrintEvacuation(): { print(): Promise<void>; busy: boolean; printed: string; error: AppError | undefined } {
  const request = useRequest('evacuation.print');
  const [printed, setPrinted] = useState('');
  const print = async (): Promise<void> => {
    if (request.busy) return;
    const result = await request.run({});
    setPrinted(result.ok ? TEXTS.printed(result.value.printer, result.value.heads) : '');
  };
  return { print, busy: request.busy, printed, error: request.error };
}
