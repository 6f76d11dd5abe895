import { expect, type Page, test } from '@playwright/test';
import { residentNumber } from '../faults/visits';
import { numberBorn } from '../shared/facts';
import { savedNumber } from './desk';
import { expectPeople, openList, queueList, standOn } from './hall';
import { box, list, pick, signInByKeyboard, tabTo, tick, typeInto, typeVisitor, verifyByKeyboard } from './keyboard';
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

/** Keys of 「等候」. Whatever asks first is confirmed by Enter, like a clerk in a hurry. */
class HallKeys {
  splitOff = '';
  constructor(private readonly page: Page) {}

  async confirm(button: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: button, exact: true })).toBeEnabled();
    await this.page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  }

  async press(number: string, key: string, confirm?: string): Promise<void> {
    await standOn(this.page, queueList(this.page), number);
    const before = await this.page.getByRole('status').last().textContent();
    await this.page.keyboard.press(key);
    if (confirm) await this.confirm(confirm);
    await expect(this.page.getByRole('status').filter({ hasText: number }), `${number} ${key}, before: ${before}`).toBeVisible();
  }

  async *guide(number: string): AsyncGenerator<string> {
    await this.press(number, 'g', '引导等候');
    yield 'guided';
  }

  /** Called, in with a team, out again with a result. */
  async throughTheRoom(number: string): Promise<void> {
    const { page } = this;
    await this.press(number, 'c', '叫号');
    await standOn(page, queueList(page), number);
    await page.keyboard.press('Enter');
    await expect(list(page, '主谈')).toBeFocused();
    // The team of the last talk is proposed; only the first has to choose one.
    if ((await list(page, '主谈').inputValue()) === '') {
      await pick(page, list(page, '主谈'), '何敏');
      await pick(page, list(page, '观察'), '孙医生');
    }
    await page.keyboard.press('Enter');
    await expect(box(page, '记录')).toBeFocused();
    await expect(page.getByText(number, { exact: true })).toBeVisible();
    await pick(page, list(page, '处理结果'), '来访人自行离开、放弃');
    await typeInto(page, box(page, '原因'), '有事先走');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('接谈已结束，')).toBeVisible();
    await page.keyboard.press('Control+2');
    await standOn(page, queueList(page), number);
    await expect(queueList(page).locator('[aria-selected=true]')).toContainText('已结束');
  }

  /** F12, the number, Enter: who it is; Enter: the card is back. */
  async scanBack(number: string): Promise<void> {
    const { page } = this;
    const dialog = page.getByRole('dialog', { name: '收卡（交还）' });
    await page.keyboard.press('F12');
    await expect(box(page, '扫卡或输入编号')).toBeFocused();
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('回车收卡。')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(`${number} 已收卡`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  async deposit(number: string): Promise<void> {
    const { page } = this;
    await standOn(page, queueList(page), number);
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('F6');
    await typeInto(page, box(page, '物品名称'), '折叠刀');
    await typeInto(page, box(page, '特征'), '黑色手柄');
    await tick(page, dialog.getByRole('checkbox', { name: '来访人同意寄存' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/已寄存，收据号 J\d{8}-01-\d{4}-1/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(queueList(page).getByRole('option').filter({ hasText: number })).toContainText('寄存 1 件');
  }

  /** The card is refused while it is held; given back in the same dialog. */
  async giveBack(number: string, name: string): Promise<void> {
    const { page } = this;
    await standOn(page, queueList(page), number);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: '收卡，离开', exact: true })).toBeDisabled();
    await tabTo(page, dialog.getByRole('button', { name: '归还或移交', exact: true }));
    await page.keyboard.press('Enter');
    await expect(box(page, '领取人')).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: '收卡，离开', exact: true })).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  async heads(number: string, count: number, what: 'arrive' | 'depart'): Promise<void> {
    const { page } = this;
    await standOn(page, queueList(page), number);
    await page.keyboard.press('n');
    const field = page.getByRole('spinbutton', { name: '几人', exact: true });
    await expect(field).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(String(count));
    if (what === 'depart') {
      await tabTo(page, page.getByRole('radio', { name: '又来了' }), 'Shift+Tab');
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('radio', { name: '先走了' })).toBeChecked();
    }
    await this.confirm('更新人数');
  }

  /** The second and third representative go with one of the others. */
  async split(number: string, representatives: number): Promise<void> {
    const { page } = this;
    await standOn(page, queueList(page), number);
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox')).toHaveCount(3);
    for (let n = 1; n <= representatives; n++) await tick(page, dialog.getByRole('checkbox').nth(n));
    await typeInto(page, page.getByRole('spinbutton', { name: '一同分出的其他人员' }), '1');
    await typeInto(page, box(page, '原因'), '诉求不同');
    await page.keyboard.press('Enter');
    const said = page.getByRole('status').filter({ hasText: '已分出' });
    await expect(said).toBeVisible();
    this.splitOff = /A\d{3}/.exec((await said.textContent()) ?? '')?.[0] ?? '';
    await this.press(this.splitOff, 'g', '引导等候');
  }

  async void(number: string): Promise<void> {
    const { page } = this;
    await standOn(page, queueList(page), number);
    await page.keyboard.press('o');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('button', { name: '作废', exact: true }));
    await page.keyboard.press('Enter');
    await typeInto(page, dialog.getByRole('textbox', { name: '理由' }), '登错了人');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('已作废。')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await queueList(page).focus();
  }

  /** A card taken by mistake is out of the list; it is found by its number and the act taken back. */
  async undoReturn(number: string): Promise<void> {
    const { page } = this;
    const dialog = page.getByRole('dialog', { name: '收卡（交还）' });
    await page.keyboard.press('F12');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('收错了可按 Ctrl+Z 撤回')).toBeVisible();
    await page.keyboard.press('Control+Z');
    await expect(dialog.getByText(`${number} 的收卡已撤回`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(queueList(page).getByRole('option').filter({ hasText: number })).toContainText('等候');
  }
}
