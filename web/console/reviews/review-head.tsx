import { Banner, Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Due } from '../controls/due.tsx'
import { roughly } from '../controls/nearness.ts'
import { DeedButton } from '../deed/deed-button.tsx'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import type { Ticks } from '../papers/points.tsx'
import { service } from '../service.ts'
import { wordIn } from '../words/word.ts'
import { ClaimButton } from './claim-button.tsx'
import type { Review } from './review.ts'
import { reviewDeeds } from './review-deeds.ts'
import { reviewTexts, reviewWords } from './texts.ts'
import { useKeptClaim } from './use-kept-claim.ts'

/** `fields`: which of what may be asked this case has, where it has not all of it. */
type HeadProps = { of: Review; ticks: Ticks; fields?: readonly string[] | undefined; onDone: () => unknown }

const isOwed = ({ status }: Review): boolean => status === 'open' || status === 'seconding'

/** Who is on it, or why it is for somebody else. */
const Holding = ({ of }: { of: Review }) => {
  const language = useLanguage()
  const texts = useTexts(reviewTexts)
  if (!isOwed(of)) return null
  if (of.needsAnother) return <Banner tone="warn">{texts.needsAnother}</Banner>
  if (of.claim === null) return null
  const until = momentText(Date.parse(of.claim.until), serviceClock.now(), language)
  return (
    <Banner tone={of.mine ? 'info' : 'warn'}>{of.mine ? texts.mine(until) : texts.held(of.claim.by, until)}</Banner>
  )
}

/** What can be done now: take it, or, once one holds it, ask and decide, or give it back. */
const Acts = ({ of, ticks, fields, onDone }: HeadProps) => {
  const language = useLanguage()
  const texts = useTexts(reviewTexts)
  const deeds = reviewDeeds({ review: of, language, ticks, fields }, roughly(of.choices.askMs, language))
  const canTake = isOwed(of) && !of.needsAnother && of.claim === null
  return (
    <div className="acts">
      {canTake && (
        <ClaimButton isFirst claim={() => service().operator.reviews.claim(of.id)} onDone={onDone}>
          {texts.take}
        </ClaimButton>
      )}
      {deeds.map((deed, at) => (
        <DeedButton key={deed.name} deed={deed} isFirst={at === 0} onDone={onDone} onStale={onDone} />
      ))}
      {of.mine && (
        <ClaimButton claim={() => service().operator.reviews.release(of.id)} onDone={onDone}>
          {texts.giveBack}
        </ClaimButton>
      )}
    </div>
  )
}

/** How a case stands, by when something is owed, who is on it, and what can be done. */
export const ReviewHead = ({ of, ticks, fields, onDone }: HeadProps) => {
  const texts = useTexts(reviewTexts)
  const language = useLanguage()
  useKeptClaim(of.id, of.mine, onDone)
  const [accountId = '', id = ''] = of.id.split('.')
  return (
    <>
      <div className="case-head">
        <Tag tone={isOwed(of) ? 'warn' : 'info'}>{wordIn(reviewWords, of.status, language)}</Tag>
        {of.appeal && <Tag>{texts.isAppeal}</Tag>}
        {of.answerBy !== null && <Due at={of.answerBy} />}
        {of.waitUntil !== null && (
          <span>
            {texts.waitsUntil} <Time at={of.waitUntil} />
          </span>
        )}
        <DeedsLink subject={`review:${accountId}:${id}`} />
        <Acts of={of} ticks={ticks} fields={fields} onDone={onDone} />
      </div>
      <Holding of={of} />
    </>
  )
}
