import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import type { IdDocument } from '../../person/id-number.ts'
import type { CardRead } from '../recogniser.ts'
import type { Unreadable } from '../unreadable.ts'
import type { FrontFields } from './card-fields.ts'
import type { Validity } from './dates.ts'
import type { FoundNumber } from './id-numbers.ts'
import { termOf } from './terms.ts'

/** What a picture came to. */
export type Judgement = { kind: 'read'; card: CardRead } | { kind: 'refused'; because: Unreadable }

export const refused = (because: Unreadable): Judgement => ({ kind: 'refused', because })

/** What stands in the way, where something could not be read for that reason: often something better known than that. */
export type Worse = (because: Unreadable) => Judgement

const birthOf = ({ birthDate: { year, month, day } }: IdDocument): string => String(year * 10_000 + month * 100 + day)

/** A front, whoever read it: the number has to check itself, and birth and sex to be those of the number. */
export const frontJudged = (number: FoundNumber, fields: FrontFields, worse: Worse): Judgement => {
  if (number.kind !== 'right') return worse(number.kind === 'wrong' ? 'number_check_failed' : 'number_not_found')
  const { idNumber, says } = number
  const conflicts = (fields.sex && fields.sex !== says.sex) || (fields.birth && fields.birth !== birthOf(says))
  if (conflicts) return refused('fields_conflict')
  return { kind: 'read', card: { side: 'front', idNumber, sex: says.sex, birth: birthOf(says), ...fields } }
}

/** Who issues passports, permits to travel and the cards of foreigners, and never a card of residents. */
const OF_OTHERS = /出入境|移民管理/u

/** A back, whoever read it: it has to be issued by whom cards are, its days to be a term that cards are issued for and that has begun, and the card to be valid today in Beijing. */
export const backJudged = (
  validity: Validity | undefined,
  authority: string,
  { now, worse }: { now: Millis; worse: Worse },
): Judgement => {
  if (OF_OTHERS.test(authority)) return refused('wrong_card_kind')
  if (!validity) return worse('blurred')
  const today = beijingDay(now)
  // Before it is over: digits that were misread are not told as a card that is.
  if (validity.validFrom > today || termOf(validity) === undefined) return refused('fields_conflict')
  if (validity.validUntil && validity.validUntil < today) return refused('expired')
  return { kind: 'read', card: { side: 'back', ...validity, ...(authority && { authority }) } }
}
