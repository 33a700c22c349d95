import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { identityTexts } from './texts.ts'
import type { Identity } from './who-card.tsx'

/** The businesses that rely on who the account is, since when, and which of them do not any more. */
export const BusinessesCard = ({ businesses }: Pick<Identity, 'businesses'>) => {
  const language = useLanguage()
  const texts = useTexts(identityTexts)
  return (
    <section className="card stack">
      <h2>{texts.businesses}</h2>
      {businesses.length === 0 && <p>{texts.none}</p>}
      <ul className="list">
        {businesses.map(({ business, names, boundAt, page, status }) => (
          <li key={business} className="tight">
            <div className="row apart">
              <h3>{names[language]}</h3>
              <Tag tone={status === 'bound' ? 'good' : 'warn'}>{texts[status]}</Tag>
            </div>
            <p className="quiet">
              {texts.boundAt} <Time at={boundAt} />
            </p>
            {status === 'stale' && <p>{texts.staleMore}</p>}
            {page === null ? (
              <p className="quiet">{texts.leaveThere}</p>
            ) : (
              <a href={page} className="standing" rel="noreferrer">
                {texts.leaveAt(names[language])}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
