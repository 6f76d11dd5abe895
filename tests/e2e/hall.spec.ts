import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { numberBorn } from '../shared/facts';
import { savedNumber } from './desk';
import { expectPeople, openList, queueList, standOn } from './hall';
import { HallKeys } from './hall-keys';
import { box, list, pick, signInByKeyboard, tick, typeInto, typeVisitor, verifyByKeyboard } from './keyboard';
import { CHECKER_PIN, CLERK, launch } from './program';

/** One visitor of the day: how they are registered, and what happens to them, one step at a time. */
interface Visitor {
  name: string;
  heads?: number;
  representatives?: number;
  docType?: string;
  docNumber?: string;
  /** What the desk has to see to besides: a minor, somebody who needs help, who was expected, who has a card already. */
  kind?: 'child with guardian' | 'child alone' | 'wheelchair' | 'appointment' | 'paper card';
  way: Way;
}
type Way = 'whole' | 'absent' | 'early' | 'lost' | 'lost-found' | 'items' | 'grows' | 'splits' | 'void' | 'day-end' | 'undo' | 'moves';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'];
const WAYS: Way[] = ['whole', 'absent', 'early', 'lost', 'items', 'undo', 'moves', 'day-end', 'void', 'lost-found'];

const KINDS: Record<number, Partial<Visitor>> = {
  3: { kind: 'child with guardian', docNumber: numberBorn('2016-03-04') },
  4: { heads: 12, representatives: 3, way: 'splits' },
  5: { kind: 'wheelchair' },
  6: { kind: 'appointment' },
  7: { heads: 3, way: 'whole' },
  9: { kind: 'child alone', docNumber: numberBorn('2011-05-06') },
  11: { heads: 5, representatives: 1, way: 'grows' },
  13: { heads: 2, way: 'moves' },
  17: { heads: 7, representatives: 2, way: 'whole' },
  19: { docType: '护照', docNumber: 'E12345678' },
  21: { docType: '未带证件', docNumber: '' },
  23: { docType: '匿名', docNumber: '', name: '' },
  26: { kind: 'paper card' },
  27: { kind: 'paper card', way: 'whole' },
  28: { heads: 2, kind: 'wheelchair' },
  29: { kind: 'child with guardian', docNumber: numberBorn('2010-01-02'), way: 'whole' },
};

/**
 * Thirty of every kind and every age: alone and with companions, in groups, by passport, without papers, anonymous, a
 * child with a guardian and one alone, in a wheelchair, by appointment, and with the paper card of a power cut.
 */
const VISITORS: Visitor[] = SURNAMES.slice(0, 30).map((surname, n): Visitor => {
  const born = `${1948 + n * 2}-${String((n % 9) + 1).padStart(2, '0')}-${10 + (n % 18)}`;
  const way = WAYS[n % WAYS.length] as Way;
  return { name: `${surname}试${n % 2 ? '登' : ''}`, docNumber: numberBorn(born), way, ...KINDS[n] };
});
/** The desk's day, so that an appointment of half past ten is one of today. */
const CLOCK = '2026-11-24T10:00:00+08:00';

/** What the test itself counts, apart from the program. */
class Building {
  readonly number = new Map<Visitor, string>();
  present = 0;
}

test('thirty visitors of every kind go through the hall to an empty hall, and everybody is counted at every step', async () => {
  test.setTimeout(600_000);
  const { page, close } = await launch({ seed: 'demo', clock: CLOCK });
  const building = new Building();
  await signInByKeyboard(page, CLERK);
  for (const [n, visitor] of VISITORS.entries()) {
    building.number.set(visitor, await register(page, visitor));
    building.present += visitor.heads ?? 1;
    await expectPeople(page, building.present, `registered ${n + 1}, ${visitor.kind ?? visitor.docType ?? ''}`);
  }

  await page.keyboard.press('Control+2');
  await expect(queueList(page)).toBeFocused();
  const ways = VISITORS.map((visitor) => ({ visitor, steps: stepsOf(page, building, visitor) }));
  // One step each in turn, so that all states are full at once; a full room lets others go first.
  for (let left = ways; left.length > 0; ) {
    const going: typeof ways = [];
    for (const way of left) {
      const step = await way.steps.next();
      await expectPeople(page, building.present, `${building.number.get(way.visitor)} ${way.visitor.way}: ${step.value ?? 'done'}`);
      if (!step.done) going.push(way);
    }
    left = going;
  }
  await expect(page.getByText('大厅里没有来访人。')).toBeVisible();
  await expectPeople(page, 0, 'at the end');
  await close();
});

async function register(page: Page, visitor: Visitor): Promise<string> {
  const typed = {
    name: visitor.name,
    docNumber: visitor.docNumber ?? '',
    docType: visitor.docType,
    heads: visitor.heads,
    summary: '反映问题',
  };
  if (visitor.kind === 'appointment') await expectLater(page, visitor);
  if (visitor.kind === 'paper card') await beginPaperCard(page);
  await typeVisitor(page, { ...typed, field: '城乡建设' });
  for (let n = 2; n <= (visitor.representatives ?? 1); n++) {
    await page.keyboard.press('Alt+R');
    await expect(box(page, `第 ${n} 名代表的证件号码`)).toBeFocused();
    await page.keyboard.type(residentNumber(9_900_000 + n * 31 + (visitor.heads ?? 0) * 1000));
    await page.keyboard.press('Enter');
    await page.keyboard.type(`${visitor.name}${n}`);
  }
  if (visitor.docType === '匿名') await pick(page, list(page, '信访目的'), '检举控告', 'Shift+Tab');
  if (visitor.docType === '未带证件') await typeInto(page, box(page, '未带证件的原因'), '证件遗失', 'Shift+Tab');
  if (visitor.kind === 'child with guardian') await typeGuardian(page);
  if (visitor.kind === 'child alone') {
    await tick(page, page.getByRole('checkbox', { name: '监护人不在场' }), 'Shift+Tab');
    await typeInto(page, box(page, '监护人不在场的原因'), '父母在外地');
  }
  if (visitor.kind === 'wheelchair') await tick(page, page.getByRole('checkbox', { name: '行动不便' }), 'Shift+Tab');
  if (visitor.kind === 'appointment') await expect(page.getByRole('checkbox', { name: '按预约登记' })).toBeChecked();
  await verifyByKeyboard(page, CHECKER_PIN);
  await page.keyboard.press('Control+Enter');
  const number = await savedNumber(page);
  if (visitor.kind === 'paper card') {
    await page.keyboard.press('Control+B');
    await expect(box(page, '证件号码')).toBeFocused();
  }
  const queueNo = String(Number(number.slice(-4))).padStart(3, '0');
  return `A${queueNo}`;
}

async function typeGuardian(page: Page): Promise<void> {
  await typeInto(page, box(page, '监护人姓名'), '高大山', 'Shift+Tab');
  await typeInto(page, box(page, '与来访人关系'), '父亲');
  await typeInto(page, box(page, '监护人证件号码'), numberBorn('1985-01-01', '007'));
  const consent = page.getByRole('checkbox', { name: '监护人同意处理儿童个人信息' });
  // Asked of the guardian of a child under fourteen only.
  if (await consent.isVisible()) await tick(page, consent, 'Shift+Tab');
}

/** The appointment was made on the telephone; that is not what is shown here. */
async function expectLater(page: Page, { name, docNumber = '' }: Visitor): Promise<void> {
  const appointment = { date: CLOCK.slice(0, 10), time: '10:30', kind: 'appointment' as const, name, docNumber };
  const saved = await page.evaluate((input) => window.reception.request('appointment.save', input), appointment);
  expect(saved.ok).toBe(true);
}

/** Somebody who came while the power was out, and is still here. */
async function beginPaperCard(page: Page): Promise<void> {
  await page.keyboard.press('Control+B');
  await expect(box(page, '纸质卡号')).toBeFocused();
  await page.keyboard.type(String(++paperCards));
  await typeInto(page, box(page, '来访时间'), '0905');
  await pick(page, list(page, '现在'), '还在大厅');
}
let paperCards = 0;

/** Each `next()` is one act of the clerk; a generator's pause is somebody else's turn. */
async function* stepsOf(page: Page, building: Building, visitor: Visitor): AsyncGenerator<string, string> {
  const number = building.number.get(visitor) ?? '';
  const heads = visitor.heads ?? 1;
  const hall = new HallKeys(page);
  switch (visitor.way) {
    case 'void':
      yield* hall.guide(number);
      await hall.void(number);
      building.present -= heads;
      return 'void';
    case 'early':
      yield* hall.guide(number);
      await hall.press(number, 'b', '收卡，离开');
      building.present -= heads;
      return 'left early';
    case 'day-end':
      yield* hall.guide(number);
      await page.keyboard.press('Control+7');
      await standOn(page, openList(page), number);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: `${number} 的卡已收回` })).toBeVisible();
      await page.keyboard.press('Control+2');
      building.present -= heads;
      return 'settled at the day’s end';
    case 'lost':
    case 'lost-found':
      yield* hall.guide(number);
      await hall.press(number, 'l', '登记遗失');
      yield 'lost while here';
      if (visitor.way === 'lost-found') {
        await hall.press(number, 'f');
        break;
      }
      await hall.press(number, 'l', '登记遗失');
      building.present -= heads;
      return 'left without the card';
    case 'items':
      yield* hall.guide(number);
      await hall.deposit(number);
      yield 'deposited';
      break;
    case 'grows':
      yield* hall.guide(number);
      await hall.heads(number, 3, 'arrive');
      building.present += 3;
      yield 'three more';
      await hall.heads(number, 2, 'depart');
      building.present -= 2;
      yield 'two left';
      await hall.press(number, 'd', '记下点名');
      break;
    case 'splits':
      yield* hall.guide(number);
      await hall.split(number, 2);
      yield 'split';
      await hall.throughTheRoom(hall.splitOff);
      yield 'the second part talked with';
      await hall.press(hall.splitOff, 'Enter');
      building.present -= 3;
      yield 'the second part left';
      await hall.throughTheRoom(number);
      yield 'the first part talked with';
      await hall.press(number, 'Enter');
      building.present -= heads - 3;
      return 'all left';
    case 'absent':
      yield* hall.guide(number);
      await hall.press(number, 'Enter', '叫号');
      yield 'called';
      await hall.press(number, 'r');
      yield 'called again';
      await hall.press(number, 'a');
      break;
    case 'undo':
      yield* hall.guide(number);
      await hall.press(number, 'b', '收卡，离开');
      building.present -= heads;
      yield 'returned by mistake';
      await hall.undoReturn(number);
      building.present += heads;
      break;
    case 'moves':
      yield* hall.guide(number);
      await hall.press(number, 't', '转移');
      break;
    default:
      yield* hall.guide(number);
  }
  yield visitor.way;
  await hall.throughTheRoom(number);
  yield 'talked with';
  if (visitor.way === 'items') {
    await hall.giveBack(number, visitor.name);
    yield 'things given back';
  }
  await hall.scanBack(number);
  building.present -= visitor.way === 'grows' ? heads + 1 : heads;
  return 'returned';
}
