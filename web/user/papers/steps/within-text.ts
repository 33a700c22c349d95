import type { Language } from '../../../../shared/kernel/language.ts'
import { DAY, HOUR, type Millis } from '../../../../shared/kernel/time.ts'

/** A promised time in whole hours, or in days where those are easier to think in. */
export const withinText = (within: Millis, language: Language): string => {
  const [days, hours] = [within / DAY, Math.max(1, Math.round(within / HOUR))]
  const isInDays = days > 2 && Number.isInteger(days)
  if (language === 'zh') return isInDays ? `${days} 天` : `${hours} 小时`
  return isInDays ? `${days} days` : `${hours} ${hours === 1 ? 'hour' : 'hours'}`
}
