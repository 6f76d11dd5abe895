import type { NameLine } from '../../shared/domain/briefing';
import { TEXTS } from './texts';

/** 附件: as it will be printed, on a page of its own. */
export function NameList({ names }: { names: readonly NameLine[] }) {
  if (names.length === 0) return <p className="tone-quiet">{TEXTS.noNames}</p>;
  return (
    <>
      <p className="tone-quiet">{TEXTS.masked}</p>
      <table className="table">
        <thead>
          <tr>
            {TEXTS.nameHead.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((each) => (
            <tr key={each.number}>
              <td>{each.number}</td>
              <td>{each.names.join('、') || TEXTS.blank}</td>
              <td>{each.documents.filter(Boolean).join('、') || TEXTS.blank}</td>
              <td>{each.heads}</td>
              <td>{each.field}</td>
              <td>{each.result || TEXTS.blank}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
