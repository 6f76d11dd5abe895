/** What plays one recording. Times are ms from its beginning. */
export interface Player {
  readonly lengthMs: number;
  play(fromMs: number): Promise<void>;
  pause(): void;
  close(): void;
}

export interface PlayerListener {
  onPosition(ms: number): void;
  onPlaying(playing: boolean): void;
  /** A sentence. */
  onProblem(text: string): void;
}
