import type { Disposal, ResultKind } from '../../../../shared/domain/disposal';
import type { Citation, Focus, InterviewState, Mood, NoteKind, Recusal, SignedHow, TeamInput } from '../../../../shared/domain/interview';
import type { KeptKind } from '../../../../shared/domain/keeping';
import type { LetterKind } from '../../../../shared/domain/letters';
import type { PolicyKind } from '../../../../shared/domain/policies';
import type { RecordingEnd } from '../../../../shared/domain/recordings';
import type { Stay } from '../../../../shared/rules/stays';

/** 接谈 and what follows from it. */
export interface TalkTables {
  /** 接谈, with the key of the visit's matter. */
  interviews: {
    open: {
      visitId: string;
      matterId: string;
      date: string;
      deskCode: string;
      roomId: string;
      state: InterviewState;
      startedAt: number;
      endedAt: number | null;
      /** On the interview's own clock, ms. */
      endedElapsed: number | null;
      pausedElapsed: number | null;
      pausedMs: number;
      team: TeamInput;
      /** Who sat in it from when to when; of older rows only who is in the team is known. */
      stays: readonly Stay[];
      approverId: string;
      mood: Mood;
      result: ResultKind | '';
      /** The room is in order again. */
      tidiedAt: number | null;
      signedAt: number | null;
      signed: SignedHow | '';
      /** 文号 of its letters, given when they were first printed. */
      letterNumbers: Partial<Record<LetterKind, string>>;
    };
    sealed: {
      overrideReason: string;
      recusal: Recusal;
      focus: Focus;
      disposal: Disposal | null;
      /** The drawn name (PNG, base64) or the scanned paper; the reason of a refusal and its witness. */
      signing: { image: string; attachmentId: string; reason: string; witness: string; readBack: boolean } | null;
    };
  };
  /** Only ever added. `n` is their order: the clock of the PC, and with it the id, may have been set back. */
  notes: {
    open: {
      interviewId: string;
      n: number;
      at: number;
      /** Its place on the interview's clock: of a typed line the moment of its first letter. */
      elapsed: number;
      /** The clock when it was stored, beside `at`: what the clock goes on from after a restart. Null in older rows. */
      written: number | null;
      kind: NoteKind;
      staffId: string;
      mood?: Mood;
      /** Of a mark: whose it is, the observer's; `staffId` pressed the key. */
      observerId?: string;
      amends?: string;
    };
    sealed: { text: string; citation: Citation | null; reason: string };
  };
  /** A stretch of sound without a gap, or a file of an outside recorder. The bytes are sealed files of the main process. */
  recordings: {
    open: {
      interviewId: string;
      matterId: string;
      state: 'recording' | 'done' | 'destroyed';
      outside: boolean;
      startedAt: number;
      startedElapsed: number;
      durationMs: number;
      parts: number;
      bytes: number;
      mime: string;
      /** First day on which it may be destroyed, `YYYY-MM-DD`. */
      destroyableFrom: string;
      hold: boolean;
      staffId: string;
      /** Where it runs, and where its file lies. */
      deskCode: string;
      ended: RecordingEnd | '';
    };
    sealed: { sha256: string; name: string; holdReason: string };
  };
  /** 销毁证明: what was destroyed, who asked, who approved. */
  destructions: {
    open: {
      /** Empty where it was no recording. */
      recordingId: string;
      at: number;
      askedBy: string;
      approvedBy: string;
      kind: KeptKind | 'recording' | 'person';
      objectId: string;
      /** The last day on which a backup from before may still hold it. */
      backupsUntil: string;
    };
    sealed: { label: string; sha256: string; reason: string };
  };
  /** The policy library; nothing personal. */
  policies: {
    open: { addedAt: number; addedBy: string; kind: PolicyKind; effective: string; articles: number; active: boolean; digest: boolean };
    sealed: { title: string; issuer: string; version: string; source: string };
  };
  articles: {
    open: { policyId: string; n: number };
    sealed: { label: string; chapter: string; subject: string; words: string };
  };
  /** Letters' templates. Only ever added: an edition stays as older papers were made from it. */
  templates: { open: { kind: LetterKind; edition: number; at: number; staffId: string }; sealed: { title: string; body: string } };
  /** What was done for a matter after the talk: 督办. Only ever added. */
  followUps: {
    open: {
      matterId: string;
      promiseId: string;
      at: number;
      staffId: string;
      kind: string;
      day: string;
      number: number;
      /** Of 已录入: which visit of the matter was typed into the other system. */
      visitId?: string;
    };
    sealed: { text: string; to: string; method: string };
  };
}
