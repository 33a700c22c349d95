import { Banner, Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import type { Check } from './check.ts'
import { faceTexts } from './texts.ts'

const tones = { confirmed: 'good', failed: 'warn', expired: 'info', undetermined: 'warn' } as const
type Ended = keyof typeof tones

const isEnded = (status: Check['status']): status is Ended => Object.hasOwn(tones, status)

/** How a confirmation ended, why, and what to do next; nothing of one that is not over. */
export const EndedCard = ({ check: { id, status, reason, advice, decidedAt } }: { check: Check }) => {
  const texts = useTexts(faceTexts)
  if (!isEnded(status)) return null
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>{texts[status]}</h2>
        <Tag tone={tones[status]}>{texts.title}</Tag>
      </div>
      {status === 'confirmed' && <p>{texts.confirmedMore}</p>}
      {status === 'expired' && <p>{texts.expiredMore}</p>}
      {status === 'undetermined' && <p>{texts.undeterminedMore}</p>}
      {reason !== null && <p>{texts[reason]}</p>}
      {advice !== null && <Banner>{texts[advice]}</Banner>}
      {advice === 'person' && <WhomToAsk about={id} />}
      {decidedAt !== null && (
        <p className="quiet">
          {texts.when} <Time at={decidedAt} />
        </p>
      )}
    </section>
  )
}
