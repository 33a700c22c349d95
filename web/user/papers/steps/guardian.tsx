import { RadioCards } from '../../../shared/controls/choices.tsx'
import { TextField } from '../../../shared/controls/field.tsx'
import { IdNumberField } from '../../../shared/controls/typed-fields.tsx'
import { useTexts } from '../../../shared/language.ts'
import { papersTexts } from '../texts.ts'
import type { PapersForm } from './form.ts'

/** Who answers for a child. */
export const Guardian = ({ form, minimumAge }: { form: PapersForm; minimumAge: number }) => {
  const texts = useTexts(papersTexts)
  const relations = [
    { value: 'parent', name: texts.parent },
    { value: 'guardian', name: texts.otherGuardian },
  ] as const
  return (
    <section className="card stack-wide">
      <h2>{texts.guardian}</h2>
      <p role="status">{texts.guardianMore(String(minimumAge))}</p>
      <TextField {...form.text('guardianName')} label={texts.guardianName} verbatim maxLength={200} />
      <IdNumberField {...form.text('guardianNumber')} label={texts.guardianNumber} hint={texts.guardianNumberHint} />
      <RadioCards
        id="guardianRelation"
        label={texts.relation}
        chosen={relations.map(({ value }) => value).find((one) => one === form.values.guardianRelation)}
        onChoose={(relation) => form.set('guardianRelation', relation)}
        error={form.error('guardianRelation')}
        options={relations}
      />
    </section>
  )
}
