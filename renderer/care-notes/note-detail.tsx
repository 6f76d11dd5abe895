import { vitalsWords } from '../../shared/rules/care-note';
import { ErrorNotice } from '../components/notice';
import { Facts } from '../components/panel';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';

/** Asked for once it is wanted: each look stands in the audit trail. */
export function NoteDetail({ id }: { id: string }) {
  const { value, error } = useAnswer('careNote.detail', { id });
  const f = TEXTS.fields;
  return (
    <div role="status">
      {error && <ErrorNotice error={error} />}
      {value && (
        <div className="care-whole">
          <Facts
            items={[
              [f.detail, value.detail],
              ...(value.vitals ? [[f.vitals, vitalsWords(value.vitals)] as const] : []),
              [f.source, value.source || TEXTS.unknown],
              [f.reason, value.reason || TEXTS.unknown],
              ...(value.endReason ? [[f.endReason, value.endReason] as const] : []),
            ]}
          />
          <p className="tone-quiet">{TEXTS.looked}</p>
        </div>
      )}
    </div>
  );
}
