import { Field, type FieldProps, type Typed } from '../../shared/controls/field.tsx'

type AreaProps = FieldProps &
  Typed & {
    rows: number
    className?: string
    /** What is read out with it besides its hint: the id of a text on the page. */
    after?: string | undefined
  }

/** A text of several lines. */
export const AreaField = ({ value, onType, onLeave, rows, className = '', after, ...field }: AreaProps) => (
  <Field {...field}>
    {(control) => (
      <textarea
        {...control}
        aria-describedby={[after, control['aria-describedby']].filter(Boolean).join(' ') || undefined}
        className={`input ${className}`}
        rows={rows}
        value={value}
        onChange={({ target }) => onType(target.value)}
        onBlur={onLeave}
      />
    )}
  </Field>
)
