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

const exists = (day: string): boolean => {
  const [month, date] = [Number(day.slice(4, 6)), Number(day.slice(6))]
  return month >= 1 && month <= 12 && date >= 1 && date <= 31
}

/** 2016.01.01-2036.01.01, or 2016.01.01-长期; undefined where that is not what stands there. */
export const validityIn = (text: string): Validity | undefined => {
  const [validFrom, validUntil] = [...text.matchAll(DAY)].map(([, year, month, day]) => `${year}${month}${day}`)
  if (!validFrom || !exists(validFrom)) return undefined
  if (!validUntil) return FOR_LIFE.test(text) ? { validFrom } : undefined
  return exists(validUntil) && validUntil > validFrom ? { validFrom, validUntil } : undefined
}
