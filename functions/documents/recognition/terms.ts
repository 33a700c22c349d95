import { isDay } from '../../../shared/kernel/days.ts'
import { numberedKind } from '../../person/document.ts'
import type { BackRead, FrontRead } from '../recogniser.ts'
import type { Validity } from './dates.ts'

/** For how many years cards are issued that are not for life: 居民身份证法 article 5. */
const YEARS = [5, 10, 20] as const

/** For how many years a card is issued, or for life. */
export type Term = (typeof YEARS)[number] | 'life'

/** So many years after a day; where 29 February has none, the day before it or behind it. */
const laterBy = (day: string, years: number): string[] => {
  const same = String(Number(day) + years * 10_000)
  return isDay(same) ? [same] : [`${same.slice(0, 4)}0228`, `${same.slice(0, 4)}0301`]
}

/** The term of a card; undefined where none is issued for such days. */
export const termOf = ({ validFrom, validUntil }: Validity): Term | undefined =>
  validUntil === undefined ? 'life' : YEARS.find((years) => laterBy(validFrom, years).includes(validUntil))

/** Full years. */
const FOR_LIFE_FROM = 46
/** Years: cards are issued around birthdays, too. */
const SLACK = 1

/** Residence permits of people from Hong Kong, Macao and Taiwan: 国办发〔2018〕81号 article 6. */
const OF_PERMITS: Term = 5

/**
 * Whether a back can be that of whoever a front is of: for life no card is issued before one is 46 (a year less is let through), and residence
 * permits are for five years. A shorter term than one could have says nothing.
 */
export const termFits = (
  back: Pick<BackRead, 'validFrom' | 'validUntil'>,
  { idNumber, birth }: Pick<FrontRead, 'idNumber' | 'birth'>,
): boolean => {
  const term = termOf(back)
  if (numberedKind(idNumber) === 'residence_permit') return term === OF_PERMITS
  const age = Math.floor((Number(back.validFrom) - Number(birth)) / 10_000)
  return term !== 'life' || age >= FOR_LIFE_FROM - SLACK
}
