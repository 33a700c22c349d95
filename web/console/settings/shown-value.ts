import type { Language } from '../../../shared/kernel/language.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { amountText } from '../controls/amounts.ts'

const lengths: readonly { ms: number; zh: string; en: (count: number) => string }[] = [
  { ms: DAY, zh: '天', en: (count) => (count === 1 ? 'day' : 'days') },
  { ms: HOUR, zh: '小时', en: (count) => (count === 1 ? 'hour' : 'hours') },
  { ms: MINUTE, zh: '分钟', en: (count) => (count === 1 ? 'minute' : 'minutes') },
  { ms: SECOND, zh: '秒', en: (count) => (count === 1 ? 'second' : 'seconds') },
]

/** How long that is, in the longest measure of which it is a whole number: `30 days`; undefined where it is none of them. ms. */
export const lengthText = (ms: number, language: Language): string | undefined => {
  const found = ms === 0 ? undefined : lengths.find((one) => ms % one.ms === 0)
  if (!found) return undefined
  const count = ms / found.ms
  return language === 'zh' ? `${count} ${found.zh}` : `${count} ${found.en(count)}`
}

/** A value as people read it, where its unit is not how anybody says it; undefined where the value itself is. */
export const saidOf = (value: unknown, unit: string, language: Language): string | undefined => {
  if (typeof value !== 'number') return undefined
  if (unit === 'ms') return lengthText(value, language)
  return unit === 'fen' ? amountText(value, unit) : undefined
}
