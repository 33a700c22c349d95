import { useEffect } from 'react'
import { SECOND } from '../../../shared/kernel/time.ts'
import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { useNow } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { useReturnAddress } from '../return/use-return-address.ts'
import { useOffers } from '../use-offers.ts'
import { WaySteps } from '../way-steps.tsx'
import { draft } from './draft.ts'
import { ObstaclePage } from './obstacle-page.tsx'
import { readWay } from './read-way.ts'
import { verifyTexts } from './texts.ts'
import { VerifyForm } from './verify-form.tsx'
import { type Obstacle, obstacleOf, type Way } from './way.ts'

/** These pass without the visitor. */
const changesByItself = (way: Way): boolean => {
  const obstacle = obstacleOf(way, serviceClock.now())
  return obstacle !== undefined && ['to_pay', 'being_checked', 'paused'].includes(obstacle.is)
}

/** What was typed is not wanted any longer than it is of use. */
const settleDraft = (is: Obstacle['is'] | undefined): void => {
  if (is === 'verified') draft.forget()
  if (is === 'to_pay' || is === 'being_checked') draft.sent()
}

/** Step 1: who somebody is; or what stands in the way of asking that. */
export const VerifyPage = ({ query }: PageTold) => {
  const texts = useTexts(verifyTexts)
  const way = useResource('way', readWay, { polls: changesByItself })
  const offers = useOffers()
  const now = useNow(10 * SECOND)
  const known = way.known.is === 'ok' ? way.known.value : undefined
  const obstacle = known && obstacleOf(known, now)
  const is = obstacle?.is
  useEffect(() => settleDraft(is), [is])
  useReturnAddress(query, known?.account, () => void way.read())
  const stale = (
    <div className="below">
      <Read of={way}>{() => null}</Read>
    </div>
  )
  if (known && obstacle)
    return (
      <ObstaclePage obstacle={obstacle} way={known} read={way.read}>
        {stale}
      </ObstaclePage>
    )
  if (known && offers.known.is === 'ok')
    return (
      <VerifyForm
        account={known.account}
        offers={offers.known.value}
        wantsOffer={query.get('step') === 'offer'}
        read={way.read}
      >
        {stale}
      </VerifyForm>
    )
  return (
    <Page title={texts.title} lead={texts.lead}>
      <WaySteps now={1} />
      {known ? <Read of={offers}>{() => null}</Read> : stale}
    </Page>
  )
}
