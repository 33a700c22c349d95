import { useEffect, useState } from 'react'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import { useLanguage } from '../language.ts'
import { serviceClock } from './clock.ts'
import { clockText, dayText, durationText, momentText } from './moments.ts'

/** The service's time now, again every `every`. Reckoned from its clock each time: timers stand still in the background. */
export const useNow = (every: Millis): Millis => {
  const [now, setNow] = useState(() => serviceClock.now())
  useEffect(() => {
    const tick = (): void => setNow(serviceClock.now())
    const timer = setInterval(tick, every)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [every])
  return now
}

type TimeProps = {
  at: string
  /** Without the clock. */
  dayOnly?: boolean
  /** With its day although that is today: on what is kept. */
  whole?: boolean
}

/** A time as the service says it (RFC 3339), in Beijing. */
export const Time = ({ at, dayOnly = false, whole = false }: TimeProps) => {
  const language = useLanguage()
  const moment = Date.parse(at)
  const day = dayText(moment, language)
  const clock = whole ? `${day} ${clockText(moment)}` : momentText(moment, serviceClock.now(), language)
  return (
    <time dateTime={at} className="number">
      {dayOnly ? day : clock}
    </time>
  )
}

/** How long it is until a time of the service; 0 once it is over. Counts by the second. */
export const useLeft = (until: string | undefined): Millis => {
  const now = useNow(SECOND)
  return until === undefined ? 0 : Math.max(0, Date.parse(until) - now)
}

/** The time that is left, counting down. Not read out at every second; what follows from its end is for `Status` to say. */
export const Countdown = ({ until }: { until: string }) => {
  const language = useLanguage()
  const left = useLeft(until)
  return (
    <span className="number" role="timer">
      {durationText(left, language)}
    </span>
  )
}
