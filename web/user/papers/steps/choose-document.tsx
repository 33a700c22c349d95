import { documentNames } from '../../../../functions/verification/papers/words.ts'
import { Checkbox, RadioCards } from '../../../shared/controls/choices.tsx'
import { useLanguage } from '../../../shared/language.ts'
import type { Terms } from '../draft/wanted.ts'
import { papersTexts } from '../texts.ts'
import type { PapersForm } from './form.ts'
import { withinText } from './within-text.ts'

type ChooseDocumentProps = { form: PapersForm; terms: Terms; offersBank: boolean }

/** Step 1: for whom this is and how long it takes, which document, and whether a proof by their bank comes with it. */
export const ChooseDocument = ({ form, terms, offersBank }: ChooseDocumentProps) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const { documents, minimumAge, answerMs } = terms
  return (
    <>
      <section className="card stack">
        <h2>{texts.forWhom}</h2>
        <ul className="tight">
          <li>{texts.forOthers}</li>
          <li>{texts.forChildren(String(minimumAge))}</li>
          <li>{texts.forResults}</li>
          <li>{texts.forLevel}</li>
          <li>{texts.forBank}</li>
        </ul>
        <p>{texts.howLong(withinText(answerMs, language))}</p>
      </section>
      <section className="card stack">
        <RadioCards
          id="document"
          label={texts.document}
          chosen={documents.find((one) => one === form.values.document)}
          onChoose={(document) => form.set('document', document)}
          error={form.error('document')}
          options={documents.map((document) => ({ value: document, name: documentNames[document][language] }))}
        />
        {offersBank && <Checkbox {...form.box('byBank')} label={texts.byBank} />}
      </section>
    </>
  )
}
