import { described, FieldError, type FieldProps, Hint } from '../../shared/controls/field.tsx'
import { pointMark } from '../keys/keys.ts'

/** The values in a text of several. */
export const valuesIn = (text: string): string[] => text.split(' ').filter((one) => one !== '')

type ChecksProps = FieldProps & {
  options: readonly { value: string; name: string; more?: string }[]
  /** Those that are ticked, with blanks between. */
  value: string
  onChange: (value: string) => void
  /** The keys 1, 2, 3 and so on tick them. */
  byKeys?: boolean
}

/** Several of a few. The first box has the `id`, so that an error summary leads to it; the value keeps the order of the options. */
export const Checks = ({ options, value, onChange, byKeys = false, ...field }: ChecksProps) => {
  const { id, ...links } = described(field)
  const ticked = valuesIn(value)
  const tick = (one: string, isTicked: boolean): void => {
    const after = isTicked ? [...ticked, one] : ticked.filter((other) => other !== one)
    onChange(options.flatMap((option) => (after.includes(option.value) ? option.value : [])).join(' '))
  }
  return (
    <fieldset className="field" aria-describedby={links['aria-describedby']}>
      <legend className="legend">{field.label}</legend>
      <Hint {...field} />
      {options.map((option, at) => (
        <label className="check" key={option.value} data-key={byKeys ? pointMark(at + 1) : undefined}>
          <input
            id={at === 0 ? id : `${id}-${option.value}`}
            type="checkbox"
            checked={ticked.includes(option.value)}
            aria-invalid={links['aria-invalid']}
            onChange={({ target }) => tick(option.value, target.checked)}
          />
          <span>
            {option.name}
            {byKeys && (
              <span className="wide-only" aria-hidden="true">
                <kbd>{at + 1}</kbd>
              </span>
            )}
            {option.more !== undefined && <span className="quiet"> {option.more}</span>}
          </span>
        </label>
      ))}
      <FieldError {...field} />
    </fieldset>
  )
}
