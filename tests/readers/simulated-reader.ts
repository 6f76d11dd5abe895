import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import iconv from 'iconv-lite';

/** As a 华视 service writes it: one field a line, blanks around the colon. Number and name are invented (identity 7.2). */
export const CARD = {
  bornDay: '19491231',
  certAddress: '示范县城关镇东街 12 号',
  certNumber: '11010519491231002X',
  certOrg: '示范县公安局',
  certType: ' ',
  effDate: '20150101',
  errorMsg: '读卡成功',
  expDate: '长期',
  gender: '女',
  identityPic: 'Qk02lAAA'.repeat(4000),
  nation: '汉',
  partyName: '李秀兰',
  resultFlag: 0,
};
export type Card = Partial<Record<keyof typeof CARD, string | number>> & Record<string, unknown>;
export const NO_CARD: Card = { ...CARD, ...blank(), errorMsg: '读卡失败', resultFlag: -11 };

function blank(): Card {
  return Object.fromEntries(Object.keys(CARD).map((key) => [key, '']));
}

export const written = (card: Card): string =>
  `{\r\n${Object.entries(card)
    .map(([key, value]) => `   "${key}" : ${JSON.stringify(value)}`)
    .join(',\r\n')}\r\n}\r\n`;

/** What it does when asked for the card, from the first time on; the last holds for all later ones. */
export type Act =
  | Card
  | Uint8Array
  | 'never' // takes the connection and says nothing more
  | 'drips' // begins an answer and never ends it
  | 'redirects'
  | 'endless'; // more and more, without end

export interface Script {
  open?: Act;
  read?: Act[];
  close?: Act;
  encoding?: 'utf-8' | 'gbk';
}

/** A reader's service with a script, as a real server on a port of this machine. */
export class SimulatedReader {
  /** The paths asked, in order. */
  readonly asked: string[] = [];
  /** `forwarded` and other headers, to see whether a proxy stood between. */
  readonly headers: IncomingMessage['headers'][] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private reads = 0;
  private waiting: { path: string; times: number; tell: () => void }[] = [];

  private constructor(private script: Script) {
    this.server = createServer((request, response) => this.answer(request, response));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(script: Script = {}): Promise<SimulatedReader> {
    const reader = new SimulatedReader(script);
    await new Promise<void>((listening) => reader.server.listen(0, '127.0.0.1', listening));
    return reader;
  }

  /** A port at which nothing listens. */
  static async deadPort(): Promise<number> {
    const reader = await SimulatedReader.start();
    await reader.stop();
    return reader.closedPort;
  }
  private closedPort = 0;

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  play(script: Script): void {
    this.script = script;
    this.reads = 0;
  }

  /** Resolves when the path was asked that many times in all. */
  wasAsked(path: string, times = 1): Promise<void> {
    return new Promise((tell) => {
      this.waiting.push({ path, times, tell });
      this.tellWaiting();
    });
  }

  async stop(): Promise<void> {
    this.closedPort = this.port;
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    this.asked.push(path);
    this.headers.push(request.headers);
    this.tellWaiting();
    const { open = { errorMsg: '打开成功', resultFlag: 0 }, read = [CARD], close = { errorMsg: '关闭成功', resultFlag: 0 } } = this.script;
    if (path === '/OpenDevice') this.act(response, open);
    else if (path === '/CloseDevice') this.act(response, close);
    else if (path === '/readcard') this.act(response, read[Math.min(this.reads++, read.length - 1)] ?? 'never');
    else response.writeHead(404).end();
  }

  private act(response: ServerResponse, act: Act): void {
    if (act === 'never') return;
    if (act === 'redirects') response.writeHead(302, { location: 'http://127.0.0.1:9/readcard' }).end();
    else if (act === 'drips') response.writeHead(200).write('{ "resultFlag" : 0,');
    else if (act === 'endless') this.pour(response.writeHead(200));
    else response.writeHead(200).end(act instanceof Uint8Array ? act : iconv.encode(written(act), this.script.encoding ?? 'utf-8'));
  }

  private pour(response: ServerResponse): void {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more).on('error', () => {});
    more();
  }

  private tellWaiting(): void {
    this.waiting = this.waiting.filter(({ path, times, tell }) => {
      const there = this.asked.filter((each) => each === path).length >= times;
      if (there) tell();
      return !there;
    });
  }
}
