import type { ReactNode } from 'react'
import { normaliseIdNumber } from '../../../../functions/person/id-number.ts'
import { normaliseName } from '../../../../functions/person/person-name.ts'
import { documentNames, pictureNames } from '../../../../functions/verification/papers/words.ts'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { idNumberGroups } from '../../../shared/shown/digits.ts'
import type { PictureKind } from '../../pictures/picture.ts'
import type { TypedDraft } from '../draft/draft-form.ts'
import { addressOf } from '../draft/step.ts'
import { dayTyped, type PapersDocument, saysBirth } from '../draft/typed.ts'
import { papersTexts } from '../texts.ts'

const nameOf = (typed: string): string => {
  const read = normaliseName(typed)
  return read.ok ? read.value : typed
}

const numberOf = (typed: string, isGrouped: boolean): string =>
  isGrouped ? idNumberGroups(normaliseIdNumber(typed)) : normaliseIdNumber(typed)

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className="number">{children}</dd>
  </div>
)

const GuardianFacts = ({ of }: { of: TypedDraft }) => {
  const texts = useTexts(papersTexts)
  return (
    <>
      <Fact name={texts.guardianName}>{nameOf(of.guardianName)}</Fact>
      <Fact name={texts.guardianNumber}>{numberOf(of.guardianNumber, true)}</Fact>
      <Fact name={texts.relation}>{of.guardianRelation === 'parent' ? texts.parent : texts.otherGuardian}</Fact>
    </>
  )
}

type TypedFactsProps = { of: TypedDraft; isChild: boolean; sent: readonly PictureKind[] }

/** What will be handed in, as it will be read: an error that is seen here costs no day. */
export const TypedFacts = ({ of, isChild, sent }: TypedFactsProps) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const isNumbered = saysBirth(of.document)
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{texts.check}</h2>
        <Link to={addressOf('data')} className="button">
          {texts.change}
        </Link>
      </div>
      <dl className="facts">
        <Fact name={texts.documentKind}>{documentNames[of.document as PapersDocument]?.[language]}</Fact>
        <Fact name={texts.name}>{nameOf(of.name)}</Fact>
        <Fact name={texts.number}>{numberOf(of.number, isNumbered)}</Fact>
        {of.document === 'passport' && <Fact name={texts.nationality}>{of.nationality.trim().toUpperCase()}</Fact>}
        {!isNumbered && <Fact name={texts.birthDate}>{dayTyped(of.birthDate)}</Fact>}
        <Fact name={texts.validUntil}>{of.hasNoEnd ? texts.noEnd : dayTyped(of.validUntil)}</Fact>
        {isChild && <GuardianFacts of={of} />}
      </dl>
      <h3>{texts.pictures}</h3>
      <ul className="tight">
        {sent.map((kind) => (
          <li key={kind}>{pictureNames[kind].name[language]}</li>
        ))}
      </ul>
    </section>
  )
}
