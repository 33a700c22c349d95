import type { Language } from '../../../shared/kernel/language.ts'
import { DAY, HOUR, MINUTE, type Millis, nextBeijingDay, SECOND } from '../../../shared/kernel/time.ts'

/** China has one zone, whatever the device is set to. */
const BEIJING = 8 * HOUR

const two = (value: number): string => String(value).padStart(2, '0')

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026年11月28日` or `28 Nov 2026`: the day in Beijing. */
export const dayText = (at: Millis, language: Language): string => {
  const local = new Date(at + BEIJING)
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()]
  return language === 'zh' ? `${year}年${month + 1}月${day}日` : `${day} ${MONTHS[month]} ${year}`
}

/** `15:04`, in Beijing. */
export const clockText = (at: Millis): string => {
  const local = new Date(at + BEIJING)
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

const dayNames: Readonly<Record<Language, readonly [string, string, string]>> = {
  zh: ['昨天', '今天', '明天'],
  en: ['yesterday', 'today', 'tomorrow'],
}

/** The moment as people say it at `now`: `今天 15:04`, `明天 00:00`, `2026年11月28日 15:04`; times are Beijing's. */
export const momentText = (at: Millis, now: Millis, language: Language): string => {
  const days = Math.round((nextBeijingDay(at) - nextBeijingDay(now)) / DAY)
  const day = dayNames[language][days + 1] ?? dayText(at, language)
  return `${day} ${clockText(at)}`
}

/** How long something still takes: `45 秒`, `12 分 05 秒`, `3 小时 20 分`, `2 天 4 小时`; never less than nothing. */
export const durationText = (left: Millis, language: Language): string => {
  const seconds = Math.max(0, Math.ceil(left / SECOND)) * SECOND
  const [days, hours] = [Math.floor(seconds / DAY), Math.floor((seconds % DAY) / HOUR)]
  const [minutes, rest] = [Math.floor((seconds % HOUR) / MINUTE), (seconds % MINUTE) / SECOND]
  const zh = language === 'zh'
  if (days > 0) return zh ? `${days} 天 ${hours} 小时` : `${days} d ${hours} h`
  if (hours > 0) return zh ? `${hours} 小时 ${two(minutes)} 分` : `${hours} h ${two(minutes)} min`
  if (minutes > 0) return zh ? `${minutes} 分 ${two(rest)} 秒` : `${minutes} min ${two(rest)} s`
  return zh ? `${rest} 秒` : `${rest} s`
}
