import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { reasonWords } from '../words/reason-words.ts'
import { useWords } from '../words/use-words.ts'
import { deliveryWords, webhookTexts } from './texts.ts'
import type { Delivery } from './webhook-deeds.ts'

type Made = Delivery['attempts'][number]

/** So many stand open; the others are one press away. */
const MOST_OPEN = 3

const Attempt = ({ of: { at, outcome, status, ms } }: { of: Made }) => {
  const texts = useTexts(webhookTexts)
  const word = useWords()
  return (
    <li className="attempt">
      <Time at={at} />
      <span className="quiet number">
        {[...(status === null ? [] : [texts.http(status)]), texts.ms(ms)].join(' · ')}
      </span>
      <span>{outcome === 'taken' ? word(deliveryWords, outcome) : word(reasonWords, outcome)}</span>
    </li>
  )
}

const Those = ({ of }: { of: readonly Made[] }) => (
  <ul className="list-plain">
    {of.map((one) => (
      <Attempt key={`${one.at} ${one.ms}`} of={one} />
    ))}
  </ul>
)

/** What each attempt came to, the newest first. */
export const Attempts = ({ of: { attempts } }: { of: Delivery }) => {
  const texts = useTexts(webhookTexts)
  const newest = [...attempts].reverse()
  const earlier = newest.slice(MOST_OPEN)
  if (newest.length === 0) return <span className="quiet">{texts.untried}</span>
  return (
    <>
      <Those of={newest.slice(0, MOST_OPEN)} />
      {earlier.length > 0 && (
        <details>
          <summary>{texts.earlier(earlier.length)}</summary>
          <Those of={earlier} />
        </details>
      )}
    </>
  )
}
