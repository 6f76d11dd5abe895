import { expect, type Page } from '@playwright/test';
import { queueList, standOn } from './hall';
import { box, list, pick, tabTo, tick, typeInto } from './keyboard';

/** Keys of 「等候」. Whatever asks first is confirmed by Enter, like a clerk in a hurry. */
export class HallKeys {
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
