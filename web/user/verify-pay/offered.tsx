import type { Answer } from 'shiming-client'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { verifyPayTexts } from './texts.ts'
import { WhatGoesBack } from './what-goes-back.tsx'

type Verification = Answer<'GET /v1/verifications'>['verifications'][number]

/** Both offers with what comes back of each. */
export const Offered = ({ verification }: { verification: Verification; read: () => Promise<void> }) => {
  const texts = useTexts(verifyPayTexts)
  const offers = useResource('offers', (signal) => service().offers.get({ signal }))
  return (
    <Read of={offers}>
      {({ verification: { offers: all, pausedUntil } }) => (
        <section className="card stack">
          {pausedUntil !== null && (
            <Banner tone="warn">
              {texts.paused} <Time at={pausedUntil} />
            </Banner>
          )}
          <h2>{texts[verification.offer]}</h2>
          <WhatGoesBack offers={all} />
          <p className="quiet">{texts.backMore}</p>
        </section>
      )}
    </Read>
  )
}
