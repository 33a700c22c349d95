import type { Language } from '../../../shared/kernel/language.ts'
import { DAY, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'

/** How near an end is: over, within eight hours, within a day, or further off. */
type Nearness = 'late' | 'soon' | 'today' | 'later'

/** From when on it is the next thing to do, and from when on it is one of today. */
const SOON: Millis = 8 * HOUR
const TODAY: Millis = 24 * HOUR

/** How near that is; `left`: until then. */
export const nearness = (left: Millis): Nearness =>
  left <= 0 ? 'late' : left <= SOON ? 'soon' : left <= TODAY ? 'today' : 'later'

const units = [
  { ms: DAY, zh: '天', en: 'd' },
  { ms: HOUR, zh: '小时', en: 'h' },
  { ms: MINUTE, zh: '分钟', en: 'min' },
] as const

/** How long something has been, in the largest unit that it fills: `3 小时`, `17 分钟`; less than one is one minute. */
export const roughly = (length: Millis, language: Language): string => {
  const unit = units.find(({ ms }) => length >= ms) ?? units[2]
  return `${Math.max(1, Math.floor(length / unit.ms))} ${unit[language]}`
}
