import { useTexts } from '../../shared/language.ts'
import { personTexts } from './texts.ts'

/** Who is checked, in rows of a list of facts; as typed or masked, as it is told. */
export const PersonFacts = ({ of: { name, idNumber, phone } }: { of: Record<keyof typeof personTexts.zh, string> }) => {
  const texts = useTexts(personTexts)
  return (
    <>
      <div>
        <dt>{texts.name}</dt>
        <dd>{name}</dd>
      </div>
      <div>
        <dt>{texts.idNumber}</dt>
        <dd className="number">{idNumber}</dd>
      </div>
      <div>
        <dt>{texts.phone}</dt>
        <dd className="number">{phone}</dd>
      </div>
    </>
  )
}
