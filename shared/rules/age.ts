/**
 * Age in full years on a day: the birthday itself counts as reached (民法典 1259 条; requirement S44: 17 years and 364 days
 * needs a guardian, the 18th birthday does not). Born on 29 February: the year is full on 1 March.
 */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

export const needsGuardian = (birthDate: string, day: string): boolean => ageOn(birthDate, day) < 18;
/** Under 14 the guardian's consent is recorded (个人信息保护法 31 条). */
export const needsConsent = (birthDate: string, day: string): boolean => ageOn(birthDate, day) < 14;
