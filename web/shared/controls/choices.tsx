import type { ReactNode } from 'react'
import { described, FieldError, type FieldProps, Hint } from './field.tsx'

type CheckboxProps = FieldProps & { checked: boolean; onCheck: (checked: boolean) => void }

/** A box to tick: consent, never ticked beforehand. */
export const Checkbox = ({ checked, onCheck, ...field }: CheckboxProps) => (
  <div className="field">
    <label className="check">
      <input
        {...described(field)}
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onCheck(target.checked)}
      />
      <span>{field.label}</span>
    </label>
    <Hint {...field} />
    <FieldError {...field} />
  </div>
)

/** One of several: `name` in bold, `aside` at the end of its line (a price), `more` below. */
export type Option<V extends string> = { value: V; name: ReactNode; aside?: ReactNode; more?: ReactNode }

type RadioCardsProps<V extends string> = FieldProps & {
  options: readonly Option<V>[]
  chosen: V | undefined
  onChoose: (value: V) => void
  /** Side by side where there is room, to be compared. */
  beside?: boolean
}

/** One choice among a few that are worth a card each. The first radio has the `id`, so that an error summary leads to it. */
export const RadioCards = <V extends string>({
  options,
  chosen,
  onChoose,
  beside = false,
  ...field
}: RadioCardsProps<V>) => {
  const { id, ...links } = described(field)
  return (
    <fieldset className="field" aria-describedby={links['aria-describedby']}>
      <legend className="legend">{field.label}</legend>
      <Hint {...field} />
      <div className={beside ? 'options options-beside' : 'options'}>
        {options.map(({ value, name, aside, more }, at) => (
          <label className="option" key={value} data-chosen={value === chosen}>
            <input
              id={at === 0 ? id : `${id}-${value}`}
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              aria-invalid={links['aria-invalid']}
              onChange={() => onChoose(value)}
            />
            <span className="option-text">
              <span className="option-name">
                <span>{name}</span>
                {aside !== undefined && <span className="number">{aside}</span>}
              </span>
              {more}
            </span>
          </label>
        ))}
      </div>
      <FieldError {...field} />
    </fieldset>
  )
}
