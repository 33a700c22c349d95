import { useTexts } from '../../shared/language.ts'
import { Facts } from '../controls/facts.tsx'
import { Copied, DocumentNumber } from '../papers/typed-facts.tsx'
import type { People } from './certification.ts'
import { certificationTexts } from './texts.ts'

type Person = NonNullable<People['administrator']>

const PersonFacts = ({ heading, of }: { heading: string; of: Person }) => {
  const texts = useTexts(certificationTexts)
  return (
    <>
      <h3>{heading}</h3>
      <Facts
        of={[
          [texts.name, <Copied key="name" text={of.name} />],
          [texts.number, <DocumentNumber key="number" of={of.idNumber} />],
        ]}
      />
    </>
  )
}

/** Whom an application is about, to be held against its pictures. */
export const PeopleFacts = ({ of: { administrator, representative } }: { of: People }) => {
  const texts = useTexts(certificationTexts)
  return (
    <>
      {administrator && <PersonFacts heading={texts.administrator} of={administrator} />}
      {representative ? (
        <PersonFacts heading={texts.representativeOf} of={representative} />
      ) : (
        <p className="quiet">{texts.noRepresentative}</p>
      )}
    </>
  )
}
