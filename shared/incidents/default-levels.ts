import type { LevelCall, LevelRule } from '../domain/emergency';

const call = (to: string, within: number, when = ''): LevelCall => ({ to, within, when });
/** A crowd alone needs no ambulance; the level is reached without anybody hurt. */
const ambulance = call('service-120', 0, '有人受伤或患病时');

/** Those above us: 条例 25 条 asks for the government and the joint meeting's office beside the superior. */
const above = (within: number): LevelCall[] => [call('superior', within), call('duty-office', within), call('joint-office', within)];

/**
 * Who must know at each level and until when (incidents 3.2, 3.3 [default]); minutes after the alarm. `within` of those
 * above is the telephone's limit; writing follows by `reportInWriting`. At Ⅰ nothing within the house waits.
 * 20/40 minutes are from a county's published rule; nothing of this is statutory but that reporting is prompt.
 */
export const DEFAULT_LEVELS: readonly LevelRule[] = [
  {
    level: 4,
    peopleFrom: 0,
    commander: 'reception-leader',
    calls: [call('reception-leader', 0), call('coordination', 5)],
    controlWithin: 15,
    reportByPhone: null,
    reportInWriting: null,
    followUpEvery: null,
    reviewWithinDays: null,
  },
  {
    level: 3,
    peopleFrom: 5,
    commander: 'deputy',
    calls: [
      call('reception-leader', 0),
      call('security-leader', 0),
      call('coordination', 3),
      call('deputy', 5),
      call('head', 10),
      call('department', 10),
      ...above(120),
    ],
    controlWithin: 30,
    reportByPhone: 120,
    reportInWriting: 120,
    followUpEvery: null,
    reviewWithinDays: 5,
  },
  {
    level: 2,
    peopleFrom: 30,
    commander: 'head',
    calls: [
      call('service-110', 0),
      ambulance,
      call('reception-leader', 0),
      call('security-leader', 0),
      call('coordination', 3),
      call('deputy', 5),
      call('head', 5),
      call('department', 10),
      ...above(20),
    ],
    controlWithin: null,
    reportByPhone: 20,
    reportInWriting: 40,
    followUpEvery: 60,
    reviewWithinDays: 10,
  },
  {
    level: 1,
    peopleFrom: 100,
    commander: 'head',
    calls: [
      call('service-110', 0),
      ambulance,
      call('head', 0),
      call('deputy', 0),
      call('reception-leader', 0),
      call('security-leader', 0),
      call('coordination', 0),
      call('department', 10),
      ...above(20),
      call('petition-superior', 20),
      call('petition-national', 20),
    ],
    controlWithin: null,
    reportByPhone: 20,
    reportInWriting: 40,
    followUpEvery: 30,
    reviewWithinDays: 10,
  },
];
