import type { DatedKind } from '../../../../functions/certification/papers/paper.ts'
import { Checkbox } from '../../../shared/controls/choices.tsx'
import { Field } from '../../../shared/controls/field.tsx'
import { useTexts } from '../../../shared/language.ts'
import { fillingTexts } from './texts.ts'

/** What a day of a paper is typed into, and what is wrong with it. */
export type DayOf = {
  value: string
  error: string | undefined
  onType: (day: string) => void
  /** Whether it has no end; undefined where every such paper has one. */
  open?: { value: boolean; onCheck: (value: boolean) => void }
}

/** W4 until when a licence counts, or when a letter was signed: said with its picture. */
export const DayField = ({ kind, of }: { kind: DatedKind; of: DayOf }) => {
  const texts = useTexts(fillingTexts)
  const id = `${kind}Day`
  return (
    <div className="stack">
      {of.open?.value !== true && (
        <Field id={id} label={texts[`${kind}Day`]} hint={texts[`${kind}DayHint`]} error={of.error}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="date"
              value={of.value}
              onChange={({ target }) => of.onType(target.value)}
            />
          )}
        </Field>
      )}
      {of.open && (
        <Checkbox id={`${kind}Open`} label={texts.licenceOpen} checked={of.open.value} onCheck={of.open.onCheck} />
      )}
    </div>
  )
}
