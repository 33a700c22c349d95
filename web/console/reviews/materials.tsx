import { useTexts } from '../../shared/language.ts'
import { Id } from '../controls/id.tsx'
import { reviewTexts } from './texts.ts'

/** What was handed in with a case, each by its id. */
export const Materials = ({ of }: { of: readonly string[] }) => {
  const texts = useTexts(reviewTexts)
  return (
    <section className="card stack">
      <h2>{texts.materials}</h2>
      {of.length === 0 && <p className="quiet">{texts.noMaterials}</p>}
      <ul className="list">
        {of.map((id) => (
          <li key={id}>
            <Id label={texts.material} text={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}
