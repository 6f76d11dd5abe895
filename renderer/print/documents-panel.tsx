import { useEffect, useState } from 'react';
import { DOCUMENT_KIND_NAMES, type DocumentView } from '../../shared/domain/printing';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel, Tag } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useAnswer, useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const LIMIT = 200;

/** What was printed, kept as evidence; an export is audited and asks where to. */
export function DocumentsPanel() {
  const documents = useAnswer('print.documents', { limit: LIMIT });
  const [shown, setShown] = useState<DocumentView[]>([]);
  const save = useRequest('print.export');
  const [saved, setSaved] = useState('');
  // A job that was rendered brings a new document; nothing else tells the list of it.
  const rendered = useLive('print.jobs', {}).value?.filter((job) => job.documentId).length ?? 0;
  const { reload } = documents;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rendered` says when there is something new
  useEffect(() => reload(), [reload, rendered]);
  useEffect(() => {
    if (documents.value) setShown(documents.value);
  }, [documents.value]);

  const exportOne = async (id: string): Promise<void> => {
    setSaved('');
    const result = await save.run({ documentId: id });
    if (result.ok && result.value.saved) setSaved(result.value.fileName);
  };
  return (
    <Panel
      title={TEXTS.documents}
      className="print-panel"
      aside={
        <Button kind="quiet" className="panel-end" onClick={reload}>
          {TEXTS.refresh}
        </Button>
      }
    >
      {documents.error && <ErrorNotice error={documents.error} />}
      {save.error && <ErrorNotice error={save.error} onDismiss={save.clear} />}
      {saved && (
        <Notice level="good" onDismiss={() => setSaved('')}>
          {TEXTS.exported(saved)}
        </Notice>
      )}
      {shown.length === 0 && <p className="empty">{TEXTS.emptyDocuments}</p>}
      {shown.length > 0 && (
        <div className="print-scroll">
          <table className="table">
            <thead>
              <tr>
                {TEXTS.documentHead.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((document) => (
                <tr key={document.id}>
                  <td>
                    <b>{document.label}</b> {document.reprint > 0 && <Tag>{TEXTS.reprint(document.reprint)}</Tag>}
                  </td>
                  <td>{DOCUMENT_KIND_NAMES[document.kind]}</td>
                  <td className="tone-quiet print-time">{stampOf(document.createdAt)}</td>
                  <td className="tone-quiet">{TEXTS.kilobytes(document.bytes)}</td>
                  <td className="tone-quiet">{document.pages}</td>
                  <td className="print-acts">
                    <Button className="button-small" disabled={save.busy} onClick={() => void exportOne(document.id)}>
                      {TEXTS.export}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
