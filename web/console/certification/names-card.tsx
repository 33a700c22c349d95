import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import type { Certification } from './certification.ts'
import { certificationTexts } from './texts.ts'

type Finding = Certification['name']['findings'][number]

/** The name, and the place in it that a finding is about. */
const Marked = ({ name, of: { at } }: { name: string; of: Finding }) => {
  if (at === null) return null
  const characters = [...name]
  return (
    <p className="marked">
      {characters.slice(0, at.from).join('')}
      <mark>{characters.slice(at.from, at.to).join('')}</mark>
      {characters.slice(at.to).join('')}
    </p>
  )
}

const Found = ({ of }: { of: Certification }) => {
  const texts = useTexts(certificationTexts)
  const { name, findings, verdict } = of.name
  if (findings.length === 0) return <p>{texts.free}</p>
  const hasProof = of.application.materials.some(({ kind }) => kind === 'name_proof')
  return (
    <Banner tone="warn">
      {verdict === 'refused' && <p>{texts.namesOverdue}</p>}
      <ul className="list">
        {findings.map((one) => (
          <li key={`${one.code} ${one.at?.from}`} className="tight">
            <Marked name={name} of={one} />
            <p>
              {one.word !== null && <strong>{one.word} </strong>}
              {one.detail}
            </p>
            {one.freeAt !== null && (
              <p>
                {texts.freeAt} <Time at={one.freeAt} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {findings.some(({ severity }) => severity === 'proof') && (
        <p>{hasProof ? texts.proofGiven : texts.proofMissing}</p>
      )}
    </Banner>
  )
}

/** W3 the change of name that is asked for, with all that our lists say of it, and the names that the app had. */
export const NamesCard = ({ of }: { of: Certification }) => {
  const texts = useTexts(certificationTexts)
  const { from, to } = of.application.names
  return (
    <section className="card stack">
      <h2>{texts.names}</h2>
      <p className="names-pair">
        <span>{from}</span>
        {from !== to && (
          <>
            <span className="quiet">{texts.becomes}</span>
            <strong>{to}</strong>
          </>
        )}
      </p>
      {from === to && <p className="quiet">{texts.same}</p>}
      <Found of={of} />
      <Facts
        of={[
          [texts.units, texts.unitsOf(of.name.units)],
          [texts.pastNames, of.app && of.app.names.length > 0 && of.app.names.map(({ name }) => name).join('、')],
        ]}
      />
    </section>
  )
}
