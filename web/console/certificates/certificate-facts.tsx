import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { LinkedId } from '../controls/linked-id.tsx'
import { useWords } from '../words/use-words.ts'
import type { Certificate } from './certificate.ts'
import { certificateTexts, reasonWords, reportWords, stepWords } from './texts.ts'

type Of = { of: Certificate }

/** Of whom and which app it is, and who administers that. */
export const CertificateFacts = ({ of }: Of) => {
  const texts = useTexts(certificateTexts)
  return (
    <section className="card stack">
      <h2>{of.name}</h2>
      <Facts
        of={[
          [texts.id, <Id key="id" label={texts.id} text={groupedId(of.id)} whole />],
          [texts.subject, of.organisation?.name ?? texts.person],
          [
            texts.creditCode,
            of.organisation && <Id key="code" label={texts.creditCode} text={of.organisation.creditCode} whole />,
          ],
          [texts.formerNames, of.formerNames.length > 0 && of.formerNames.map(({ name }) => name).join('、')],
          [
            texts.platforms,
            of.platformIds.length > 0 && of.platformIds.map(({ platform, id }) => `${platform} ${id}`).join('、'),
          ],
          [texts.issuedAt, <Time key="issued" at={of.issuedAt} />],
          [texts.validUntil, <Time key="until" at={of.validUntil} />],
          [texts.checkedAt, <Time key="checked" at={of.checkedAt} />],
          [
            texts.account,
            <LinkedId
              key="account"
              kind="account"
              label={texts.account}
              text={of.accountId}
              open={texts.openAccount}
            />,
          ],
          [texts.app, <Id key="app" label={texts.app} text={of.appId} whole />],
          [texts.application, <Id key="application" label={texts.application} text={of.application} whole />],
        ]}
      />
      <p>
        <a href={`/certificates/${groupedId(of.id)}`} className="standing" target="_blank" rel="noreferrer">
          {texts.publicPage}
        </a>
      </p>
      <p>
        <Link to={`/console/certificates?account=${of.accountId}`} className="standing">
          {texts.ofSameAccount}
        </Link>
      </p>
    </section>
  )
}

/** What became of it, the last first, and what people wrote about the last move. */
export const CertificateHistory = ({ of }: Of) => {
  const texts = useTexts(certificateTexts)
  const word = useWords()
  return (
    <section className="card stack">
      <h2>{texts.history}</h2>
      <ul className="list">
        {[...of.history].reverse().map(({ at, on, reason }) => (
          <li key={`${at} ${on}`} className="row apart">
            <span>
              {word(stepWords, on)}
              {reason !== null && <span className="quiet"> · {word(reasonWords, reason)}</span>}
            </span>
            <Time at={at} />
          </li>
        ))}
      </ul>
      {of.decided?.words && (
        <>
          <p className="quiet">{texts.decided(of.decided.by.join('、'))}</p>
          <p className="said">{of.decided.words}</p>
        </>
      )}
    </section>
  )
}

/** The page that is looked at for its link. */
export const CertificatePageCard = ({ of: { page } }: Of) => {
  const texts = useTexts(certificateTexts)
  if (page === null) return null
  return (
    <section className="card stack">
      <h2>{texts.page}</h2>
      <Facts
        of={[
          [texts.pageUrl, <Id key="url" label={texts.pageUrl} text={page.url} whole />],
          [texts.lookedAt, page.lookedAt && <Time key="looked" at={page.lookedAt} />],
          [texts.seenAt, page.seenAt && <Time key="seen" at={page.seenAt} />],
          [texts.misses, page.misses > 0 && texts.times(page.misses)],
        ]}
      />
    </section>
  )
}

/** What was reported about it, the newest first. `here`: the case that is on the page, to which nothing leads. */
export const Reports = ({ of, here }: Of & { here?: string }) => {
  const texts = useTexts(certificateTexts)
  const word = useWords()
  return (
    <section className="card stack">
      <h2>{texts.reports}</h2>
      {of.reports.length === 0 && <p className="quiet">{texts.noReports}</p>}
      {of.reports.map((one) => (
        <div key={one.id} className="stack">
          <div className="row apart">
            <Tag>{word(reportWords, one.reason)}</Tag>
            <Time at={one.at} />
          </div>
          <p className="said">{one.words}</p>
          {one.review !== here && (
            <Link to={`/console/reviews/${one.review}`} className="standing">
              {texts.inCase}
            </Link>
          )}
        </div>
      ))}
    </section>
  )
}
