import { maskIdNumber, maskName } from '../../../../functions/person/masking.ts'
import { Button } from '../../../shared/controls/button.tsx'
import { Banner, Status } from '../../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { failureText } from '../../../shared/state/failure.ts'
import { PapersEntrance } from '../../papers/entrance.tsx'
import { personTexts } from '../../person/texts.ts'
import type { CardRead } from '../document.ts'
import { documentTexts } from '../texts.ts'
import type { SideReading, Unreadable } from './reading.ts'

/** What stands on a side: enough to see that it was read, and no more than others may see over a shoulder. */
const ReadFacts = ({ card }: { card: CardRead }) => {
  const texts = useTexts(documentTexts)
  const labels = useTexts(personTexts)
  const facts =
    card.side === 'front'
      ? [
          [labels.name, card.name === null ? texts.unread : maskName(card.name)],
          [labels.idNumber, card.idNumber === null ? texts.unread : maskIdNumber(card.idNumber)],
        ]
      : [
          [texts.authority, card.authority ?? texts.unread],
          [texts.validUntil, card.validUntil ?? texts.forLife],
        ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is wrong with a photo, what to do, how often that was so today; and after three times the way by a person. */
const WhyUnreadable = ({ why: { advice, failures, isForPeople }, isTold }: { why: Unreadable; isTold: boolean }) => {
  const texts = useTexts(documentTexts)
  return (
    <>
      <Banner tone="warn">
        {!isTold && <p role="alert">{advice}</p>}
        <p>{isForPeople ? texts.forPeople(failures) : texts.failures(failures)}</p>
      </Banner>
      {isForPeople && (
        <PapersEntrance kind="main" document="resident_id">
          {texts.toPapers}
        </PapersEntrance>
      )}
    </>
  )
}

/** `isToldWhy`: beside the photo it stands already why it cannot be used. */
type ReadingShownProps = { reading: SideReading; isToldWhy?: boolean; onAgain: () => void }

/** What became of the photo of a side: being read, what stands there, or why it cannot be used. */
export const ReadingShown = ({ reading, isToldWhy = false, onAgain }: ReadingShownProps) => {
  const language = useLanguage()
  const texts = useTexts(documentTexts)
  return (
    <div className="reading stack">
      <Status>
        {reading.is === 'reading' && (
          <p className="waiting">
            <span className="turning" aria-hidden="true" />
            {texts.reading}
          </p>
        )}
        {reading.is === 'read' && <p className="done">{texts.read}</p>}
      </Status>
      {reading.is === 'read' && <ReadFacts card={reading.card} />}
      {reading.is === 'refused' && <WhyUnreadable why={reading.why} isTold={isToldWhy} />}
      {reading.is === 'failed' && (
        <Banner tone="warn" action={<Button onPress={onAgain}>{texts.readAgain}</Button>}>
          <p role="alert">{failureText(reading.error, language)}</p>
        </Banner>
      )}
    </div>
  )
}
