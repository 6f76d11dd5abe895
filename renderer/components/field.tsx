import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';

/** What every field has: its label, and one line below for what is wrong with it or good to know. */
interface FieldProps {
  label: string;
  error?: string;
  /** Said below the field while nothing is wrong. */
  note?: ReactNode;
  noteTone?: 'quiet' | 'good' | 'warn' | 'bad';
  required?: boolean;
  /** The label stays for screen readers, the picture shows only the control (rows of a table). */
  labelHidden?: boolean;
  /** Without the line below: for rows whose errors are said elsewhere. */
  dense?: boolean;
  className?: string;
}

interface FrameProps extends FieldProps {
  id: string;
  children: ReactNode;
}

const lineId = (id: string): string => `${id}-line`;

function Frame({ id, label, error, note, noteTone = 'quiet', required, labelHidden, dense, className, children }: FrameProps) {
  const line = error ?? note;
  return (
    <div className={`field ${dense ? 'field-dense' : ''} ${className ?? ''}`}>
      <label htmlFor={id} className={labelHidden ? 'only-heard' : 'field-label'}>
        {label}
        {required && (
          <span className="field-star" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children}
      {(!dense || line) && (
        <div id={lineId(id)} className={`field-line ${error ? 'tone-bad' : `tone-${noteTone}`}`} aria-live="polite">
          {line}
        </div>
      )}
    </div>
  );
}

/** Splits what the frame takes from what the control takes. */
function split<P extends FieldProps>(props: P): { frame: FieldProps; control: Omit<P, keyof FieldProps> } {
  const { label, error, note, noteTone, required, labelHidden, dense, className, ...control } = props;
  return { frame: { label, error, note, noteTone, required, labelHidden, dense, className }, control };
}

const described = (id: string, { error, noteTone }: FieldProps) => ({
  id,
  'aria-describedby': lineId(id),
  'aria-invalid': error || noteTone === 'bad' ? true : undefined,
});

export interface TextFieldProps extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'required'> {
  ref?: Ref<HTMLInputElement>;
}
export function TextField(props: TextFieldProps) {
  const id = useId();
  const { frame, control } = split(props);
  return (
    <Frame id={id} {...frame}>
      <input className="control" type="text" autoComplete="off" spellCheck={false} {...described(id, frame)} {...control} />
    </Frame>
  );
}

/** A secret of digits. `type=password` has no role that a person's screen reader could name, so the text is hidden by style. */
export function PinField(props: TextFieldProps) {
  return <TextField inputMode="numeric" maxLength={12} {...props} className={`field-pin ${props.className ?? ''}`} />;
}
/** A secret of any characters, hidden the same way. */
export function SecretField(props: TextFieldProps) {
  return <TextField {...props} className={`field-pin ${props.className ?? ''}`} />;
}

export function NumberField(props: TextFieldProps) {
  return <TextField type="number" inputMode="numeric" onWheel={(event) => event.currentTarget.blur()} {...props} />;
}

export interface SelectFieldProps extends FieldProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'required'> {
  ref?: Ref<HTMLSelectElement>;
}
export function SelectField(props: SelectFieldProps) {
  const id = useId();
  const { frame, control } = split(props);
  return (
    <Frame id={id} {...frame}>
      <select className="control" {...described(id, frame)} {...control} />
    </Frame>
  );
}

export interface TextAreaProps extends FieldProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'required'> {
  ref?: Ref<HTMLTextAreaElement>;
}
export function TextArea(props: TextAreaProps) {
  const id = useId();
  const { frame, control } = split(props);
  return (
    <Frame id={id} {...frame}>
      <textarea className="control" spellCheck={false} {...described(id, frame)} {...control} />
    </Frame>
  );
}
