import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { BusinessesCard } from './businesses-card.tsx'
import { EvidenceCard } from './evidence-card.tsx'
import { identityTexts } from './texts.ts'
import { WhoCard } from './who-card.tsx'

/** Where whoever did not verify this account says so: at the notice of it, or to a person once that is gone. */
const NotMe = ({ proofing }: { proofing: string | null }) => {
  const texts = useTexts(identityTexts)
  const isKept = proofing !== null
  return (
    <section className="card stack">
      <h2>{texts.notMe}</h2>
      <p>{isKept ? texts.notMeMore : texts.notMeLate}</p>
      <Link to={isKept ? `/not-me/${proofing}` : '/cases?about=account'} className="button button-wide">
        {isKept ? texts.say : texts.help}
      </Link>
    </section>
  )
}

/** Where and how somebody is verified: as whom, by what, since when, and what relies on it. */
export const IdentityPage = () => {
  const texts = useTexts(identityTexts)
  const identity = useResource('identity', (signal) => mine().account.identity({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={identity}>
          {(value) => (
            <>
              <WhoCard identity={value} />
              <EvidenceCard identity={value} />
              <BusinessesCard businesses={value.businesses} />
              {value.name !== null && <NotMe proofing={value.proofing} />}
            </>
          )}
        </Read>
      </div>
    </Page>
  )
}
