import type { EmergencySettings } from '../domain/emergency';
import { DEFAULT_CONDUCTS } from './default-conducts';
import { DEFAULT_CONTACTS } from './default-contacts';
import { DEFAULT_LEVELS } from './default-levels';

/**
 * A new hall's response before it has changed anything (incidents 3.2, 3.3). Every number is a default to be confirmed by
 * the unit, none is presented as official. Shared by everybody who reads it: copy before changing.
 */
export const DEFAULT_EMERGENCY: EmergencySettings = {
  sendAfterSeconds: 10,
  taskMinutes: 5,
  summaryHours: 24,
  neutralTitle: false,
  levels: DEFAULT_LEVELS.map((rule) => ({ ...rule, calls: rule.calls.map((call) => ({ ...call })) })),
  conducts: DEFAULT_CONDUCTS.map((conduct) => ({ ...conduct })),
  contacts: DEFAULT_CONTACTS.map((contact) => ({ ...contact })),
};
