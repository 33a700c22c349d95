import { documentNames } from '../../../functions/verification/papers/words.ts'
import { beijingDay } from '../../../shared/kernel/time.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage } from '../../shared/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { Facts } from '../controls/facts.tsx'
import { numberGroups } from './groups.ts'
import type { Typed } from './papers.ts'
import { papersTexts, relationWords } from './texts.ts'

/** Large enough to be compared; a press chooses all of it. */
export const Copied = ({ text }: { text: string }) => <span className="typed">{text}</span>

/** A number in groups; the gaps are drawn and not part of it, so that it is copied as it is. */
export const DocumentNumber = ({ of }: { of: string }) => (
  <span className="typed-number">
    {numberGroups(of).map((group, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order, and two may be alike.
      <span key={at}>{group}</span>
    ))}
  </span>
)

const Validity = ({ until }: { until: string | null }) => {
  const texts = papersTexts[useLanguage()]
  if (until === null) return texts.noEnd
  const isOver = until.replaceAll('-', '') < beijingDay(serviceClock.now())
  return (
    <>
      <Copied text={until} /> {isOver && <Tag tone="danger">{texts.expired}</Tag>}
    </>
  )
}

/** What was typed, as it is to be held against the pictures. */
export const TypedFacts = ({ of }: { of: Typed }) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const { document, name, number, nationality, birthDate, validUntil, guardian } = of
  return (
    <>
      <h3>{texts.typed}</h3>
      <Facts
        of={[
          [texts.document, documentNames[document][language]],
          [texts.name, <Copied key="name" text={name} />],
          [texts.number, <DocumentNumber key="number" of={number} />],
          [texts.nationality, nationality && <Copied text={nationality} />],
          [texts.birthDate, <Copied key="birth" text={birthDate} />],
          [texts.validUntil, <Validity key="end" until={validUntil} />],
          [texts.guardian, guardian && <Copied text={guardian.name} />],
          [texts.guardianNumber, guardian && <DocumentNumber of={guardian.idNumber} />],
          [texts.relation, guardian && relationWords[language][guardian.relation]],
        ]}
      />
    </>
  )
}
