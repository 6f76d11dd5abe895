import type { AttachmentView } from '../../shared/domain/attachments';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { Tag } from '../components/panel';
import { TEXTS } from './texts';

interface Props {
  rows: readonly AttachmentView[];
  may: boolean;
  onLook(attachment: AttachmentView): void;
  onExport(attachment: AttachmentView): void;
  onVoid(attachment: AttachmentView): void;
}

/** What the visitor brought, in order; of a picture the first key shows it, of a PDF it saves it to be opened elsewhere. */
export function AttachmentTable({ rows, may, onLook, onExport, onVoid }: Props) {
  return (
    <table className="table attachments-table">
      <thead>
        <tr>
          {TEXTS.head.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.voidReason ? 'attachment-void' : undefined}>
            <td>
              <b>{row.name}</b> {row.voidReason && <Tag tone="bad">{TEXTS.voided(row.voidReason)}</Tag>}
            </td>
            <td>
              {row.copies} {row.original ? TEXTS.original : TEXTS.copy}
            </td>
            <td className="tone-quiet">
              {row.kind === 'photo' ? TEXTS.photo : TEXTS.types[row.type]} {TEXTS.megabytes(row.bytes)}
            </td>
            <td className="tone-quiet">{stampOf(row.at)}</td>
            <td className="tone-quiet">{row.staffName}</td>
            <td>
              {may && (
                <span className="attachment-acts">
                  {row.type !== 'application/pdf' && <Act name={row.name} act={TEXTS.look} onAct={() => onLook(row)} />}
                  <Act name={row.name} act={TEXTS.export} onAct={() => onExport(row)} />
                  {!row.voidReason && <Act name={row.name} act={TEXTS.void} onAct={() => onVoid(row)} />}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Many rows have the same three words: what is heard says of which. */
function Act({ name, act, onAct }: { name: string; act: string; onAct(): void }) {
  return (
    <Button kind="quiet" aria-label={TEXTS.of(act, name)} onClick={onAct}>
      {act}
    </Button>
  );
}
