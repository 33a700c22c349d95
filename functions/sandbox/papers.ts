import { checkDigit } from './id-number.ts'
import { type Person, phoneOf } from './people.ts'

/** Whoever holds such a document is refused before anything is paid, and no vendor is ever asked about them. */
export type Papers = Omit<Person, 'outcome'> & { outcome: 'needs_review' }

const rows: readonly (readonly [name: string, number: string, note: string])[] = [
  ['MARTIN Alice', `91112418800101002${checkDigit('91112418800101002')}`, '外国人永久居留身份证（2023 版）'],
  ['SMITH John', 'USA110000880101', '旧版外国人永久居留证，15 位'],
  ['陈港生', 'H00000000', '港澳居民来往内地通行证'],
  ['林台生', '00000000', '台湾居民来往大陆通行证'],
  ['赵往来', 'C00000000', '往来港澳通行证'],
  ['钱远行', 'E00000000', '护照'],
]

const GROUP = 8

/** People with documents that only a person can check: numbers that nobody was given. */
export const papers: readonly Papers[] = rows.map(([name, idNumber, note], at) => ({
  name,
  idNumber,
  phone: phoneOf(GROUP, at),
  outcome: 'needs_review',
  note,
}))
