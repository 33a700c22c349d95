import { MINUTE } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { durationText } from '../../shared/shown/moments.ts'
import { Time, useNow } from '../../shared/shown/time.tsx'
import { nearness, roughly } from './nearness.ts'
import { controlTexts } from './texts.ts'

const tones = { late: 'danger', soon: 'warn', today: 'warn', later: 'info' } as const

/** Until when something has to be done, by how much is left of the time, or by how much it is over. */
export const Due = ({ at, withTime = false }: { at: string; withTime?: boolean }) => {
  const language = useLanguage()
  const texts = useTexts(controlTexts)
  const left = Date.parse(at) - useNow(MINUTE / 2)
  const near = nearness(left)
  const length = durationText(Math.abs(left), language)
  return (
    <span className="due">
      <span className={`tag tag-${tones[near]}`}>{near === 'late' ? texts.late(length) : texts.left(length)}</span>
      {withTime && <Time at={at} />}
    </span>
  )
}

/** For how long something has waited. */
export const Age = ({ since }: { since: string }) => {
  const language = useLanguage()
  const texts = useTexts(controlTexts)
  const age = useNow(MINUTE / 2) - Date.parse(since)
  return (
    <time dateTime={since} className="number">
      {texts.age(roughly(age, language))}
    </time>
  )
}
