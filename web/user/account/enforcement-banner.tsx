import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import type { Account } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { accountTexts } from './texts.ts'

/** From when on nobody goes through the gate without being verified; to be read before that day, and after it. */
export const EnforcementBanner = ({ account: { enforcement } }: { account: Account }) => {
  const texts = useTexts(accountTexts)
  if (enforcement === null) return null
  const { inForce, daysLeft, notice, enforcedFrom } = enforcement
  return (
    <Banner tone={inForce || notice !== null ? 'warn' : 'info'}>
      <p>
        {texts.enforcedFrom} <Time at={enforcedFrom} dayOnly />
        {!inForce && texts.enforcedIn(String(daysLeft))}
      </p>
      <p>{inForce ? texts.enforced : texts.notEnforced}</p>
    </Banner>
  )
}
