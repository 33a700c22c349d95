import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Facts } from '../controls/facts.tsx'
import { useWords } from '../words/use-words.ts'
import type { Certification, Filling } from './certification.ts'
import { certificationTexts, fieldWords } from './texts.ts'
import { useFieldText } from './use-field-text.ts'

/** W5 every field that may be returned, with what stands there and whether that is other than when it was returned last. */
export const FieldsCard = ({ of }: { of: Certification }) => {
  const texts = useTexts(certificationTexts)
  const word = useWords()
  const textOf = useFieldText()
  const { names, materials, said } = of.application
  const now: Filling = { certifiedName: names.to, materials, said }
  return (
    <section className="card stack">
      <h2>{texts.fields}</h2>
      <Facts
        of={of.fields.map(({ word: field, changed }) => [
          word(fieldWords, field),
          <span key={field} className="line">
            <span>{textOf(field, now) ?? of.app?.description ?? texts.noDescription}</span>
            {changed && <Tag tone="warn">{texts.changed}</Tag>}
          </span>,
        ])}
      />
    </section>
  )
}
