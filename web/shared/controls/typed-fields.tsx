import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { normaliseIdNumber } from '../../../functions/person/id-number.ts'
import { ungrouped } from '../../../functions/person/typed-digits.ts'
import { useTexts } from '../language.ts'
import { idNumberGroups, insertedAt, phoneGroups } from '../shown/digits.ts'
import { type FieldProps, TextField, type Typed } from './field.tsx'
import { controlTexts } from './texts.ts'

/** What was typed in groups, so that it can be compared with the card; nothing before there is something to compare. */
const ReadBack = ({ groups, label }: { groups: string; label: string }) =>
  groups === '' ? null : (
    <p className="read-back">
      <span className="only-heard">{label}</span>
      {groups}
    </p>
  )

/** A mainland mobile number, however it is typed or filled in. */
export const PhoneField = ({ beside, ...field }: FieldProps & Typed & { beside?: ReactNode }) => {
  const { readBack } = useTexts(controlTexts)
  const digits = ungrouped(field.value)
  return (
    <TextField
      {...field}
      type="tel"
      inputMode="tel"
      autoComplete="tel-national"
      beside={beside}
      below={/^\d{11}$/.test(digits) ? <ReadBack groups={phoneGroups(digits)} label={readBack} /> : null}
    />
  )
}

/** The code of a text message, in one field: systems fill it in whole, and people paste it with blanks. */
export const CodeField = ({ beside, ...field }: FieldProps & Typed & { beside?: ReactNode }) => (
  <TextField
    {...field}
    className="input-code"
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={20}
    verbatim
    beside={beside}
  />
)

type IdNumberProps = FieldProps &
  Typed & { /** Shows what was typed in groups: for whole numbers, not the last four. */ grouped?: boolean }

/**
 * An ID number on the keyboard of numbers, which has no X: a key beside the field puts one where the caret is. It stays a native
 * input, with paste and screen readers.
 */
export const IdNumberField = ({ grouped = true, ...field }: IdNumberProps) => {
  const { readBack, letterX } = useTexts(controlTexts)
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | undefined>(undefined)
  // A value that is set from outside moves the caret to the end.
  useLayoutEffect(() => {
    if (caret.current === undefined) return
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })
  const putX = (): void => {
    const element = input.current
    const [from, to] = [element?.selectionStart ?? field.value.length, element?.selectionEnd ?? field.value.length]
    const put = insertedAt(field.value, 'X', from, to)
    caret.current = put.caret
    element?.focus()
    field.onType(put.text)
  }
  const number = normaliseIdNumber(field.value)
  return (
    <TextField
      {...field}
      inputRef={input}
      {...(grouped && { name: 'id-number' })}
      inputMode="numeric"
      verbatim
      maxLength={40}
      beside={
        // The field keeps the focus, so that the keyboard stays open and the field is not judged meanwhile.
        <button
          type="button"
          className="button"
          aria-label={letterX}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={putX}
        >
          X
        </button>
      }
      below={grouped ? <ReadBack groups={idNumberGroups(number)} label={readBack} /> : null}
    />
  )
}
