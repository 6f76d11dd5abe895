import { type ReactNode, useId } from 'react';

/** A white sheet with a heading: the one shape everything on a screen stands in. */
export function Panel({
  title,
  aside,
  className,
  children,
}: {
  title: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

export type TagTone = 'plain' | 'good' | 'warn' | 'bad' | 'blue';
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

/** Names beside values. */
export function Facts({ items, className }: { items: readonly (readonly [name: string, value: ReactNode])[]; className?: string }) {
  return (
    <dl className={`facts ${className ?? ''}`}>
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
