import type { Language } from '../../../shared/kernel/language.ts'
import { beijingDayStart } from '../../../shared/kernel/time.ts'
import { dayText } from '../../shared/shown/moments.ts'

/** A Beijing day as the service names it (YYYYMMDD), as people say it. */
export const dayName = (day: string, language: Language): string => {
  const start = beijingDayStart(day)
  return Number.isNaN(start) ? day : dayText(start, language)
}
