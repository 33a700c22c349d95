import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Read } from '../../shared/state/read.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { offerName } from '../money/named.ts'
import { PapersEntrance } from '../papers/entrance.tsx'
import { Paused } from '../paused.tsx'
import { useOffers } from '../use-offers.ts'
import { startTexts } from './texts.ts'

/** What is needed, what it costs, how long it takes, and what there is besides, before anything is asked. */
export const StartPage = () => {
  const texts = useTexts(startTexts)
  const offers = useOffers()
  const language = useLanguage()
  const pausedUntil = offers.known.is === 'ok' ? offers.known.value.verification.pausedUntil : null
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      {pausedUntil !== null && (
        <div className="below alone">
          <Paused until={pausedUntil} />
        </div>
      )}
      <p className="below alone">
        <Link to="/verify" className="button button-main button-wide">
          {texts.begin}
        </Link>
      </p>
      <div className="cards below">
        <section className="card stack">
          <h2>{texts.needs}</h2>
          <ul className="checks">
            <li>{texts.needName}</li>
            <li>{texts.needPhone}</li>
            <li>{texts.needPay}</li>
          </ul>
        </section>
        <section className="card tight">
          <h2>{texts.cost}</h2>
          <Read of={offers}>
            {({ verification }) => (
              <>
                <dl className="facts">
                  {verification.offers.map(({ offer, amountFen }) => (
                    <div key={offer}>
                      <dt>{offerName(offer, language)}</dt>
                      <dd>
                        <Money fen={amountFen} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </>
            )}
          </Read>
          <p className="quiet">{texts.costMore}</p>
        </section>
        <section className="card stack">
          <h2>{texts.how}</h2>
          <ol className="tight">
            <li>{texts.howTyped}</li>
            <li>{texts.howPaid}</li>
            <li>{texts.howResult}</li>
          </ol>
        </section>
        <section className="card tight">
          <h2>{texts.other}</h2>
          <p>{texts.otherMore}</p>
          <PapersEntrance />
          <p>{texts.noPhone}</p>
          <WhomToAsk />
        </section>
      </div>
    </Page>
  )
}
