import { type ReactNode, useState } from 'react';
import type { AppError } from '../../shared/result';
import { copyText } from './copy-text';

interface NoticeProps {
  level: 'info' | 'good' | 'warning' | 'error';
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
}

const SIGNS = { info: 'ⓘ', good: '✓', warning: '!', error: '!' } as const;

/** A sentence to a person. Errors and warnings are announced at once. */
export function Notice({ level, children, actions, onDismiss }: NoticeProps) {
  return (
    <div className={`notice notice-${level}`} role={level === 'error' || level === 'warning' ? 'alert' : 'note'}>
      <span className="notice-sign" aria-hidden="true">
        {SIGNS[level]}
      </span>
      <div className="notice-text">{children}</div>
      {actions}
      {onDismiss && (
        <button type="button" className="notice-close" aria-label="知道了" onClick={onDismiss}>
          ×
        </button>
      )}
    </div>
  );
}

/** An AppError: its sentence, the sentences that have no field on the screen to stand beside, and the detail to copy. */
export function ErrorNotice({ error, more = [], onDismiss }: { error: AppError; more?: readonly string[]; onDismiss?: () => void }) {
  return (
    <Notice level="error" actions={<CopyDetail error={error} />} onDismiss={onDismiss}>
      {error.message}
      {more.length === 1 && ` ${more[0]}`}
      {more.length > 1 && (
        <ul className="notice-list">
          {more.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

export function CopyDetail({ error }: { error: AppError }) {
  const [copied, setCopied] = useState(false);
  const detail = [`${error.code}: ${error.message}`, error.detail ?? '', new Date().toISOString()].filter(Boolean).join('\n');
  return (
    <button type="button" className="button button-quiet" onClick={() => setCopied(copyText(detail))}>
      {copied ? '已复制' : '复制详情'}
    </button>
  );
}
