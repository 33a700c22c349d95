import type { HTMLAttributes, ReactNode } from 'react'

/** What every control says of itself. `id` names it on its page; an error summary leads to it by that. */
export type FieldProps = {
  id: string
  label: ReactNode
  /** Said before anything is typed: what form, from where, what for. */
  hint?: ReactNode
  error?: string | undefined
}

/** What the control itself gets, so that label, hint and error are read out with it. */
export type Described = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** The attributes that link a control to its hint and error. */
export const described = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): Described => ({
  id,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
})

/** The hint of a control. */
export const Hint = ({ id, hint }: Pick<FieldProps, 'id' | 'hint'>) =>
  hint ? (
    <p className="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null

/** The error of a control, with the word that says so to whoever does not see the colour. */
export const FieldError = ({ id, error }: Pick<FieldProps, 'id' | 'error'>) =>
  error ? (
    <p className="error" id={`${id}-error`}>
      <span>{error}</span>
    </p>
  ) : null

/** A labelled control with hint and error; `children` draws it with what links it to them. */
export const Field = ({ children, ...field }: FieldProps & { children: (control: Described) => ReactNode }) => (
  <div className="field">
    <label htmlFor={field.id}>{field.label}</label>
    <Hint {...field} />
    {children(described(field))}
    <FieldError {...field} />
  </div>
)

/** What a field of text is told of its value. `onLeave`: the visitor went on, so it may be judged. */
export type Typed = {
  value: string
  onType: (value: string) => void
  onLeave?: (() => void) | undefined
}

type TextFieldProps = FieldProps &
  Typed & {
    autoComplete?: string
    inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
    type?: 'text' | 'tel' | 'email'
    className?: string
    maxLength?: number
    /** What belongs here, where no word of `autoComplete` says so; browsers and the sandbox's phone fill in by it. */
    name?: string
    /** Beside the input. */
    beside?: ReactNode
    /** Below the input, between it and its error. */
    below?: ReactNode
    inputRef?: React.Ref<HTMLInputElement>
    /** Names and numbers: nothing is to be corrected or capitalised for the visitor. */
    verbatim?: boolean
  }

const VERBATIM = { autoCapitalize: 'off', autoCorrect: 'off', spellCheck: false } as const

/** A line of text. */
export const TextField = ({
  value,
  onType,
  onLeave,
  autoComplete = 'off',
  inputMode,
  type = 'text',
  className = '',
  maxLength,
  name,
  beside,
  below,
  inputRef,
  verbatim = false,
  ...field
}: TextFieldProps) => (
  <Field {...field}>
    {(control) => (
      <>
        <div className="given">
          <input
            {...control}
            {...(verbatim && VERBATIM)}
            className={`input ${className}`}
            ref={inputRef}
            type={type}
            name={name}
            value={value}
            autoComplete={autoComplete}
            inputMode={inputMode}
            maxLength={maxLength}
            onChange={({ target }) => onType(target.value)}
            onBlur={onLeave}
          />
          {beside}
        </div>
        {below}
      </>
    )}
  </Field>
)
