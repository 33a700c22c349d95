import { useTexts } from '../shared/language.ts'
import { Countdown, Time, useLeft } from '../shared/shown/time.tsx'
import { texts } from '../shared/texts/texts.ts'

const untilTexts = texts({ before: '（还剩 ', after: '）' }, { before: '(in ', after: ')' })

/** A time of the service (RFC 3339), and how long it is until then while it has not come. */
export const Until = ({ at }: { at: string }) => {
  const { before, after } = useTexts(untilTexts)
  const left = useLeft(at)
  return (
    <>
      <Time at={at} />{' '}
      {left > 0 && (
        <span className="quiet">
          {before}
          <Countdown until={at} />
          {after}
        </span>
      )}
    </>
  )
}
