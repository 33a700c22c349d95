import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { WayBack } from '../certification/way-back.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { LadderCard } from './ladder-card.tsx'
import { LoweredBanner } from './lowered.tsx'
import { NextCard } from './next-card.tsx'
import { explainedTexts } from './texts.ts'
import { TrustCard } from './trust-card.tsx'
import { UsesCard } from './uses-card.tsx'

/** X3 the level of the account: how high, what it rests on, what raises it and where, what lowered it, and what it is good for. */
export const LevelPage = ({ query }: PageTold) => {
  const texts = useTexts(explainedTexts)
  const found = useResource('level', (signal) => mine().account.level({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        <Read of={found}>
          {(of) => (
            <div className="stack">
              <LoweredBanner of={of} />
              <div className="cards">
                <LadderCard of={of} />
                <NextCard of={of} />
                <EvidenceCard of={of} />
                <UsesCard of={of} />
                <TrustCard of={of} read={found.read} />
              </div>
            </div>
          )}
        </Read>
        <WayBack query={query} />
      </div>
    </Page>
  )
}
