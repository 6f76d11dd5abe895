import { useMemo } from 'react';
import { LEDGER_DESK } from '../../shared/rules/ledger-numbers';
import { useLive } from '../hooks/use-live';

/** Visits that came with the unit's old ledger. */
const LEDGER_NAME = '旧台账';

export interface Names {
  field(code: string): string;
  area(id: string): string;
  desk(code: string): string;
}

/** Codes and ids of settings as people know them; an entry that is gone shows its code. */
export function useNames(): Names {
  const settings = useLive('settings.all', {}).value;
  return useMemo(() => {
    const fields = new Map(settings?.fields.entries.map((entry) => [entry.code, entry.name]));
    const areas = new Map(settings?.hall.areas.map((area) => [area.id, area.name]));
    const desks = new Map(settings?.hall.desks.map((desk) => [desk.code, desk.name]));
    return {
      field: (code) => fields.get(code) ?? code,
      area: (id) => areas.get(id) ?? '',
      desk: (code) => (code === LEDGER_DESK ? LEDGER_NAME : (desks.get(code) ?? code)),
    };
  }, [settings]);
}
