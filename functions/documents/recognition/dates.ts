import { isDay } from '../../../shared/kernel/days.ts'

const two = (text: string): string => text.padStart(2, '0')

/** 1880年1月1日, or 1880/1/1, as YYYYMMDD; undefined where that is not what stands there. */
export const writtenDay = (text: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})[年/](\d{1,2})[月/](\d{1,2})日?$/u.exec(text) ?? []
  return year && month && day ? `${year}${two(month)}${two(day)}` : undefined
}

/** From when and until when, YYYYMMDD; without an end for life. */
export type Validity = { validFrom: string; validUntil?: string }

const DAY = /(\d{4})[.,:·。]?(\d{2})[.,:·。]?(\d{2})/gu
const FOR_LIFE = /长期/u

/** 2016.01.01-2036.01.01, or 2016.01.01-长期; undefined where that is not what stands there, or a day that there is not. */
export const validityIn = (text: string): Validity | undefined => {
  const days = [...text.matchAll(DAY)].map(([, year, month, day]) => `${year}${month}${day}`)
  const [validFrom, validUntil, ...more] = days
  if (!validFrom || more.length > 0 || !days.every(isDay)) return undefined
  const isForLife = FOR_LIFE.test(text)
  if (!validUntil) return isForLife ? { validFrom } : undefined
  return !isForLife && validUntil > validFrom ? { validFrom, validUntil } : undefined
}
