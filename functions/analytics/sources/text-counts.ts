import type { CountedText } from '../../account/codes/counted-text.ts'
import type { Tally } from '../counts/counts.ts'

/** The best that is known of a text: a code that was typed in has arrived, whatever vendor and carrier said. */
const outcomeOf = ({ isAnswered, report, result }: CountedText): string =>
  isAnswered ? 'answered' : (report ?? result ?? 'sent')

/** A text with a code, on the day its vendor was given it. */
export const countText = (tally: Tally, text: CountedText): void => {
  const { vendor, purpose, because, undelivered, report, ms } = text
  const outcome = outcomeOf(text)
  tally.add('texts', [vendor, purpose, outcome])
  if (outcome === 'not_taken' && because !== undefined) tally.add('texts_not_taken', [vendor, because])
  if (outcome === 'undelivered' && undelivered !== undefined) tally.add('texts_undelivered', [vendor, undelivered])
  if (report === 'delivered' && ms !== undefined) tally.took('text_ms', [vendor], ms)
}
