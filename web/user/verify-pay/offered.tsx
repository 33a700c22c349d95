import type { Answer } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Read } from '../../shared/state/read.tsx'
import { offerName } from '../money/named.ts'
import { Paused } from '../paused.tsx'
import { useOffers } from '../use-offers.ts'
import { ChangeOffer } from './change-offer.tsx'
import { verifyPayTexts } from './texts.ts'
import { WhatGoesBack } from './what-goes-back.tsx'

type Verification = Answer<'GET /v1/verifications'>['verifications'][number]

type OfferedProps = { verification: Verification; onOver: () => Promise<void> }

/** Both offers with what comes back of each, and which of them is to be paid for. */
export const Offered = ({ verification: { offer, orderId }, onOver }: OfferedProps) => {
  const texts = useTexts(verifyPayTexts)
  const language = useLanguage()
  const offers = useOffers()
  const more = { fee: texts.feeMore, membership: texts.membershipMore }
  return (
    <Read of={offers}>
      {({ verification: { offers: all, pausedUntil } }) => (
        <section className="card stack">
          <Paused until={pausedUntil} />
          <div className="tight">
            <h2>{texts.chosen(offerName(offer, language))}</h2>
            <p>{more[offer]}</p>
          </div>
          <WhatGoesBack offers={all} chosen={offer} />
          <p className="quiet">{texts.backMore}</p>
          <ChangeOffer orderId={orderId} onOver={onOver} />
        </section>
      )}
    </Read>
  )
}
