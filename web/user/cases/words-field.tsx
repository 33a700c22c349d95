import { Field } from '../../shared/controls/field.tsx'
import { useTexts } from '../../shared/language.ts'
import { caseTexts } from './texts.ts'

type WordsFieldProps = {
  id: string
  label: string
  value: string
  error: string | undefined
  onType: (text: string) => void
  onLeave: () => void
}

/** Where somebody writes in their own words. */
export const WordsField = ({ value, onType, onLeave, ...field }: WordsFieldProps) => (
  <Field {...field} hint={useTexts(caseTexts).wordsHint}>
    {(control) => (
      <textarea
        {...control}
        className="input"
        rows={4}
        value={value}
        onChange={({ target }) => onType(target.value)}
        onBlur={onLeave}
      />
    )}
  </Field>
)
