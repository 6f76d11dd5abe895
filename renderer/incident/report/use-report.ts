import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { REPORT_KINDS, type ReportKind, ReportSection } from '../../../shared/domain/incident-report';
import { useDraft } from '../../hooks/use-draft';
import { useAnswer } from '../../hooks/use-request';

type Drafted = OutputOf<'incident.reportDraft'>;

/** What was typed into a report and is not signed yet, by kind: another kind, a lock or a restart throws nothing away. */
interface Typed {
  kind: ReportKind | null;
  sections: Partial<Record<ReportKind, ReportSection[]>>;
  to: string[] | null;
  more: string;
}
const NOTHING: Typed = { kind: null, sections: {}, to: null, more: '' };

export interface ReportText {
  drafted: Drafted | undefined;
  kind: ReportKind | undefined;
  sections: readonly ReportSection[];
  to: readonly string[];
  more: string;
  /** Brought back from an earlier time. */
  restored: boolean;
  edited: boolean;
  choose(kind: ReportKind): void;
  write(index: number, text: string): void;
  address(to: string[], more: string): void;
  /** The timeline's own words again. */
  redraft(): void;
  /** Signed: nothing of it is left, the next report is drafted. */
  done(): void;
}

export function useReport(incidentId: string): ReportText {
  const [typed, setTyped] = useState<Typed>(NOTHING);
  const answer = useAnswer('incident.reportDraft', { id: incidentId, ...(typed.kind && { kind: typed.kind }) });
  const drafted = answer.value;
  const kind = typed.kind ?? drafted?.kind;
  const own = kind && typed.sections[kind];
  const draft = useDraft(
    `report:${incidentId}`,
    () => (typed === NOTHING ? null : JSON.stringify(typed)),
    (text) => setTyped(parse(text)),
  );
  const change = (next: Typed): void => {
    setTyped(next);
    draft.changed();
  };
  const sections = own ?? drafted?.sections ?? [];
  return {
    drafted,
    kind,
    sections,
    to: typed.to ?? drafted?.to ?? [],
    more: typed.more,
    restored: draft.restored,
    edited: own !== undefined,
    choose: (next) => change({ ...typed, kind: next }),
    write: (index, text) => {
      if (!kind) return;
      const written = sections.map((section, i) => (i === index ? { ...section, text } : section));
      change({ ...typed, kind, sections: { ...typed.sections, [kind]: written } });
    },
    address: (to, more) => change({ ...typed, to, more }),
    redraft: () => {
      const { [kind ?? 'first']: _, ...others } = typed.sections;
      change({ ...typed, sections: others });
      answer.reload();
    },
    done: () => {
      setTyped(NOTHING);
      void draft.discard();
      answer.reload();
    },
  };
}

/** A draft of another version is no reason to fail: what fits is taken. */
function parse(text: string): Typed {
  const found = JSON.parse(text) as Partial<Typed>;
  const sections = Object.fromEntries(
    REPORT_KINDS.flatMap((kind) => {
      const parsed = ReportSection.array().safeParse(found.sections?.[kind]);
      return parsed.success ? [[kind, parsed.data]] : [];
    }),
  );
  const kind = REPORT_KINDS.find((each) => each === found.kind) ?? null;
  return { kind, sections, to: Array.isArray(found.to) ? found.to.map(String) : null, more: String(found.more ?? '') };
}
