import { personProblems } from '../../../../functions/person/problems.ts'
import { documentNames } from '../../../../functions/verification/papers/words.ts'
import { Checkbox } from '../../../shared/controls/choices.tsx'
import { TextField } from '../../../shared/controls/field.tsx'
import { Banner } from '../../../shared/controls/status.tsx'
import { IdNumberField } from '../../../shared/controls/typed-fields.tsx'
import { useLanguage } from '../../../shared/language.ts'
import { WhomToAsk } from '../../contact/whom-to-ask.tsx'
import { type PapersDocument, saysBirth } from '../draft/typed.ts'
import { papersTexts } from '../texts.ts'
import type { PapersForm } from './form.ts'
import { Guardian } from './guardian.tsx'

/** Nothing longer is a name or a number, whatever stands between its signs. */
const LONGEST = { name: 200, number: 64, day: 20 }

const NumberField = ({ form }: { form: PapersForm }) => {
  const texts = papersTexts[useLanguage()]
  const field = form.text('number')
  return saysBirth(form.values.document) ? (
    <IdNumberField {...field} label={texts.number} hint={texts.numberHint18} />
  ) : (
    <TextField {...field} label={texts.number} hint={texts.numberHint} verbatim maxLength={LONGEST.number} />
  )
}

const Validity = ({ form }: { form: PapersForm }) => {
  const texts = papersTexts[useLanguage()]
  const setEnd = (hasNoEnd: boolean): void => {
    form.set('hasNoEnd', hasNoEnd)
    if (hasNoEnd) form.set('validUntil', '')
  }
  return (
    <>
      {!form.values.hasNoEnd && (
        <TextField
          {...form.text('validUntil')}
          label={texts.validUntil}
          hint={texts.validUntilHint}
          inputMode="numeric"
          verbatim
          maxLength={LONGEST.day}
        />
      )}
      <Checkbox {...form.box('hasNoEnd')} label={texts.hasNoEnd} onCheck={setEnd} />
    </>
  )
}

type TypeDataProps = {
  form: PapersForm
  minimumAge: number
  /** It is of somebody for whom a guardian applies. */
  isChild: boolean
  /** Pictures from before a reload are there, and nothing is typed. */
  goesOn: boolean
}

/** Step 2: what the document says, by its kind, and who answers for a child. */
export const TypeData = ({ form, minimumAge, isChild, goesOn }: TypeDataProps) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const { document } = form.values
  return (
    <>
      {goesOn && <Banner>{texts.goesOn}</Banner>}
      <section className="card stack-wide">
        <h2>{documentNames[document as PapersDocument]?.[language] ?? texts.data}</h2>
        <TextField
          {...form.text('name')}
          label={texts.name}
          hint={document === 'resident_id' ? texts.nameHint : texts.nameHintLatin}
          autoComplete="name"
          verbatim
          maxLength={LONGEST.name}
        />
        {form.error('name') === personProblems.name_unreadable[language] && <WhomToAsk about="name" />}
        <NumberField form={form} />
        {document === 'passport' && (
          <TextField
            {...form.text('nationality')}
            label={texts.nationality}
            hint={texts.nationalityHint}
            verbatim
            maxLength={16}
          />
        )}
        {!saysBirth(document) && (
          <TextField
            {...form.text('birthDate')}
            label={texts.birthDate}
            hint={texts.birthDateHint}
            autoComplete="bday"
            inputMode="numeric"
            verbatim
            maxLength={LONGEST.day}
          />
        )}
        <Validity form={form} />
      </section>
      {isChild && <Guardian form={form} minimumAge={minimumAge} />}
      <p className="quiet">{texts.kept}</p>
    </>
  )
}
