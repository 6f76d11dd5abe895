import type { Page } from '@playwright/test';
import { pinyin } from 'pinyin-pro';

/** 40 words of five letters a minute, as typing courses count: 200 keys a minute. */
export const KEY_MS = 300;

/** A clerk who types at an even pace and whose every key is counted; Chinese costs its pinyin and one key to choose. */
export class Typist {
  keys = 0;
  /** @param paceMs before each key; 0 to count only */
  constructor(
    private readonly page: Page,
    private readonly paceMs: number = KEY_MS,
  ) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.wait(1);
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    for (const key of text) await this.press(key);
  }

  /** Words as an input method takes them, 「反映 拆迁 补偿」: the blanks are where a candidate is chosen. */
  async chinese(words: string): Promise<void> {
    for (const word of words.split(' ')) {
      const letters = pinyin(word, { toneType: 'none', type: 'array' }).join('').length;
      await this.wait(letters + 1);
      await this.page.keyboard.insertText(word);
    }
  }

  /** What the keys alone take at 40 words a minute, ms. */
  get typingMs(): number {
    return this.keys * KEY_MS;
  }

  private async wait(keys: number): Promise<void> {
    this.keys += keys;
    if (this.paceMs > 0) await this.page.waitForTimeout(keys * this.paceMs);
  }
}

/** From an empty form to the number of the card. */
export async function typeNew(typist: Typist, docNumber: string, phone: string, pin: string): Promise<void> {
  await typist.type(docNumber);
  await typist.press('Enter');
  await typist.chinese('赵 晓明');
  await typist.press('Enter', 'Enter');
  await typist.type(phone);
  await typist.press('Enter');
  await typist.chinese('示范县 城关镇 东街');
  await typist.type('12');
  await typist.chinese('号');
  await typist.press('Enter', 'Enter');
  await typist.chinese('反映 房屋 拆迁 补偿 标准 偏低 请求 重新 评估');
  await typist.press('Tab');
  // A native list takes the beginning of an entry, here its second of that name's group.
  await typist.press('ArrowDown', 'ArrowDown');
  await typist.press('Alt+N', 'F6');
  await typist.type(pin);
  await typist.press('Enter');
}

/** Known by the number: name, address and matter are there. */
export async function typeKnown(typist: Typist, docNumber: string, pin: string): Promise<void> {
  await typist.type(docNumber);
  await typist.press('Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter');
  await typist.chinese('催问 办理 进度');
  await typist.press('Alt+N', 'F6');
  await typist.type(pin);
  await typist.press('Enter');
}
