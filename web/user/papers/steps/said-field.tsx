import { Field } from '../../../shared/controls/field.tsx'
import { useTexts } from '../../../shared/language.ts'
import { papersTexts } from '../texts.ts'
import type { PapersForm } from './form.ts'

/** What whoever looks should know besides. */
export const SaidField = ({ form }: { form: PapersForm }) => {
  const texts = useTexts(papersTexts)
  const { value, onType, onLeave, ...field } = form.text('said')
  return (
    <section className="card">
      <Field {...field} label={texts.said} hint={texts.saidHint}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            value={value}
            onChange={({ target }) => onType(target.value)}
            onBlur={onLeave}
          />
        )}
      </Field>
    </section>
  )
}
