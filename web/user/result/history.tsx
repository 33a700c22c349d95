import type { Answer } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { offerName } from '../money/named.ts'
import { Turning } from '../turning.tsx'
import { outcomeOf } from './outcome.ts'
import { outcomeTexts } from './outcome-texts.ts'
import { resultTexts } from './texts.ts'

/** A page of what the account had checked, the newest first. */
export type Checked = { items: Answer<'GET /v1/verifications'>['verifications']; nextCursor: string | null }

type HistoryProps = {
  checked: Checked
  /** Which of them the page is about. */
  shownId: string
  /** Of the page of the list, as the service named it. */
  before: string | null
}

/** Everything the account had checked. */
export const History = ({ checked: { items, nextCursor }, shownId, before }: HistoryProps) => {
  const language = useLanguage()
  const texts = useTexts(resultTexts)
  return (
    <section className="card tight">
      <h2>{texts.history}</h2>
      <ul className="list">
        {items.map((one) => {
          const { title } = outcomeTexts[language][outcomeOf(one, Number.NEGATIVE_INFINITY)]
          return (
            <li key={one.id}>
              {one.id === shownId ? (
                <p aria-current="true">{title}</p>
              ) : (
                <Link to={`/verify/result?id=${one.id}`} className="standing">
                  {title}
                </Link>
              )}
              <p className="quiet">
                <small>
                  <Time at={one.createdAt} />
                  {texts.between}
                  {offerName(one.offer, language)}
                  {texts.between}
                  {one.name}
                </small>
              </p>
            </li>
          )
        })}
      </ul>
      <Turning path="/verify/result" before={before} next={nextCursor} />
    </section>
  )
}
