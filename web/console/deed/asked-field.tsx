import { RadioCards } from '../../shared/controls/choices.tsx'
import { type FieldProps, TextField, type Typed } from '../../shared/controls/field.tsx'
import { AreaField } from '../controls/area-field.tsx'
import { Checks } from '../controls/checks.tsx'
import type { DeedAsk } from './deed.ts'

type AskedFieldProps = {
  ask: DeedAsk
  /** The field as the form has it. */
  field: Pick<FieldProps, 'id' | 'error'> & Typed
  /** What is read out before its hint: the id of a text on the page. */
  after?: string | undefined
}

/** What a deed takes beside its reason, by its kind. */
export const AskedField = ({ ask, field, after }: AskedFieldProps) => {
  const { label, hint } = ask
  if (ask.is === 'text') return <AreaField {...field} label={label} hint={hint} rows={6} after={after} />
  if (ask.is === 'checks')
    return <Checks {...{ ...field, label, hint, options: ask.options }} value={field.value} onChange={field.onType} />
  if (ask.is === 'line') return <TextField {...field} label={label} hint={hint} verbatim />
  const options = ask.options.map(({ value, name, more }) => ({
    ...{ value, name },
    more: <span className="quiet">{more}</span>,
  }))
  const { value, onType, id, error } = field
  return <RadioCards {...{ id, error, label, hint, options }} chosen={value} onChoose={onType} />
}
