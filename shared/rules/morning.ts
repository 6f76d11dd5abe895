import type { CertificateKind, CertificateView, FacilityDay, MorningFlag, SupplyView } from '../domain/duty';
import { holdingName } from '../domain/duty';
import type { OrganisationInput, SeatToday } from '../domain/organisation';
import { expiryWords, isRed } from './expiry';
import { holdsOpening } from './facilities';
import { standInsOf } from './roster';
import { supplyWords } from './supplies';

export interface MorningFacts {
  rosterConfirmed: boolean;
  /** Of the roster as it stands, saved or proposed. */
  shortages: readonly string[];
  certificates: readonly CertificateView[];
  kinds: readonly CertificateKind[];
  staffName(id: string): string;
  facilities: FacilityDay;
  supplies: readonly SupplyView[];
  seats: OrganisationInput['seats'];
  seatsToday: readonly SeatToday[];
}

const flag = (kind: MorningFlag['kind'], level: MorningFlag['level'], text: string): MorningFlag => ({ kind, level, text });

/** What should be seen before the day begins (plan S04, S14, S19–S21, S02), red first. */
export function morningFlags(facts: MorningFacts): MorningFlag[] {
  const { facilities, seats } = facts;
  const flags: MorningFlag[] = [];
  if (!facts.rosterConfirmed) flags.push(flag('roster', 'warn', '今天的值班表还没有确认'));
  for (const sentence of facts.shortages) flags.push(flag('roster', 'red', sentence));
  for (const { staffId, kind, expires, standing } of facts.certificates)
    if (standing !== 'good')
      flags.push(
        flag(
          'certificate',
          isRed(standing) ? 'red' : 'warn',
          `${facts.staffName(staffId)}的${holdingName(kind, facts.kinds)}${expiryWords(expires, standing)}`,
        ),
      );
  if (!facilities.opening) {
    const held = holdsOpening(facilities.rows);
    const unseen = facilities.rows.filter(({ state }) => state === null).length;
    for (const { name, state } of held) flags.push(flag('facility', 'red', state === null ? `${name}还没有检查` : `${name}异常`));
    if (unseen > 0) flags.push(flag('opening', 'warn', `开场检查还有 ${unseen} 项没有做`));
    else flags.push(flag('opening', 'warn', '今天还没有开场'));
  }
  for (const { name, state, note, critical } of facilities.rows)
    if (state === 'fault' && (facilities.opening || !critical))
      flags.push(flag('facility', critical ? 'red' : 'warn', `${name}异常：${note}`));
  for (const supply of facts.supplies)
    for (const each of supply.flags)
      flags.push(flag('supply', each === 'soon' || each === 'unchecked' ? 'warn' : 'red', `${supply.name}${supplyWords(each, supply)}`));
  if (!seats.some(({ group, kind }) => group === 'lead' && kind === 'head'))
    flags.push(flag('organisation', 'warn', '领导小组还没有登记组长'));
  const { standIns, open } = standInsOf(
    seats.filter(({ kind }) => kind !== 'member'),
    facts.seatsToday,
  );
  for (const { seat, person, insteadOf } of standIns)
    flags.push(flag('substitute', 'warn', `${seat}${insteadOf}今天不在岗，由${person}代理`));
  for (const { seat, insteadOf } of open) flags.push(flag('substitute', 'red', `${seat}${insteadOf}今天不在岗，没有可联系的代理人`));
  return flags.sort((a, b) => Number(a.level !== 'red') - Number(b.level !== 'red'));
}
