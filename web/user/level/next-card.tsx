import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { levelTexts } from '../account/level-texts.ts'
import type { Explained, Way } from './explained.ts'
import { explainedTexts } from './texts.ts'

/** Every step of a way that can be gone, as the link to where it is taken. */
const OpenWay = ({ way: { steps } }: { way: Way }) => {
  const texts = useTexts(explainedTexts)
  return (
    <li>
      {steps.length > 1 && texts.all}
      {steps.map(({ source, page, personPage }) => (
        <div key={source}>
          <Link to={page ?? '/level'} className="standing">
            {texts[source]}
          </Link>
          {personPage !== null && (
            <Link to={personPage} className="standing quiet">
              {texts.bankByPerson}
            </Link>
          )}
        </div>
      ))}
    </li>
  )
}

/** What leads to the next level, and who helps whoever can go none of the ways. */
export const NextCard = ({ of: { ladder, helpPage } }: { of: Explained }) => {
  const texts = useTexts(explainedTexts)
  const names = useTexts(levelTexts)
  const next = ladder.find(({ held }) => !held)
  const open = next?.ways.filter((way) => way.open) ?? []
  const closed = next?.ways.filter((way) => !way.open) ?? []
  const named = next && names.levelNamed(String(next.level), names[next.levelName])
  const notOffered = closed.map(({ steps }) => steps.map(({ source }) => texts[source]).join(names.and)).join(names.or)
  return (
    <section className="card stack">
      <h2>{texts.next}</h2>
      {named === undefined && <p>{texts.top}</p>}
      {named !== undefined && open.length > 0 && (
        <>
          <p>{texts.nextMore(named)}</p>
          <ul className="list">
            {open.map((way) => (
              <OpenWay key={way.steps.map(({ source }) => source).join()} way={way} />
            ))}
          </ul>
        </>
      )}
      {notOffered !== '' && <p className="quiet">{texts.closedMore(notOffered)}</p>}
      <h3>{texts.byPerson}</h3>
      <p>{texts.byPersonMore}</p>
      <Link to={helpPage} className="button button-wide">
        {texts.help}
      </Link>
    </section>
  )
}
