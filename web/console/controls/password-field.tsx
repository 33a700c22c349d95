import { Field, type FieldProps, type Typed } from '../../shared/controls/field.tsx'

type PasswordProps = FieldProps & Typed & { autoComplete: 'current-password' | 'new-password' }

/** A line that nobody reads over a shoulder. */
export const PasswordField = ({ value, onType, onLeave, autoComplete, ...field }: PasswordProps) => (
  <Field {...field}>
    {(control) => (
      <div className="given">
        <input
          {...control}
          className="input"
          type="password"
          value={value}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ target }) => onType(target.value)}
          onBlur={onLeave}
        />
      </div>
    )}
  </Field>
)
