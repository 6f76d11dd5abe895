import { useEffect, useState } from 'react';
import { SELF_CHECK_NAMES } from '../../shared/domain/day-end';
import { dayOf } from '../../shared/rules/time';
import { Notice } from '../components/notice';
import { useRoute } from '../stores/route';
import { programNow, useSession } from '../stores/session';
import { runSelfCheck } from './microphones';
import { TEXTS } from './texts';

/** The day on which each person was told at this page: once a day is enough. */
const told = new Map<string, string>();

/** The first time that somebody signs in on a day: what is red, in one line above whatever they came to do, until they look. */
export function MorningLine() {
  const staffId = useSession((s) => s.session?.staff?.id ?? '');
  const looking = useRoute() === 'self-check';
  const [text, setText] = useState('');
  useEffect(() => {
    const today = dayOf(programNow());
    if (staffId === '' || told.get(staffId) === today) return;
    told.set(staffId, today);
    void runSelfCheck(false).then((result) => {
      // Nobody was told anything: the next who signs in here asks again.
      if (!result.ok) told.delete(staffId);
      const red = result.ok ? result.value.items.filter(({ level }) => level === 'bad') : [];
      if (red.length > 0) setText(TEXTS.banner(red.length, red.map(({ key }) => SELF_CHECK_NAMES[key]).join('、')));
    });
  }, [staffId]);
  useEffect(() => {
    if (looking) setText('');
  }, [looking]);
  if (text === '' || looking) return null;
  return (
    <Notice level="info" onDismiss={() => setText('')}>
      {text}
    </Notice>
  );
}
