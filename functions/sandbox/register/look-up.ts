import { isIdNumber } from '../id-number.ts'
import { differsOf, type Element, type PersonOutcome, personWith } from '../people.ts'
import { type CardState, cardState } from './cards.ts'

/** What is asked about together; what is left out is not compared. */
export type Evidence = { name: string; idNumber: string; phone?: string; card?: string }

/** What does not have the form of one. The first, in the order vendors look. */
export const malformed = ({ name, idNumber, phone, card }: Evidence): Element | 'card' | undefined => {
  if (phone !== undefined && !/^1[3-9]\d{9}$/.test(phone)) return 'phone'
  if (!isIdNumber(idNumber)) return 'idNumber'
  if (!/^[\p{Script=Han}〇·]{2,50}$/u.test(name)) return 'name'
  return card !== undefined && cardState(card) === undefined ? 'card' : undefined
}

/** What a bank says of a card of its own, whoever it is of. */
type Unusable = Exclude<CardState, 'good' | 'of_another' | 'other_phone'>

export type Finding = { outcome: PersonOutcome | `card_${Unusable}`; differs?: readonly Element[] }

const ofCard = (state: CardState | undefined): Finding => {
  if (state === undefined || state === 'good') return { outcome: 'match' }
  if (state === 'of_another') return { outcome: 'mismatch', differs: ['name', 'idNumber'] }
  return state === 'other_phone' ? { outcome: 'mismatch', differs: ['phone'] } : { outcome: `card_${state}` }
}

/** Outcomes that are about a number segment, of which only carriers know. */
const ofSegments: readonly PersonOutcome[] = ['unsupported_segment', 'alibaba_cloud_only']

/** What the registers behind every vendor find of somebody. Only the catalogue is known; everybody else has no record. */
export const lookUp = ({ name, idNumber, phone, card }: Evidence): Finding => {
  const person = personWith(idNumber)
  if (!person) return { outcome: 'no_record' }
  if (person.name !== name) return { outcome: 'mismatch', differs: ['name'] }
  if (phone !== undefined && person.phone !== phone) return { outcome: 'mismatch', differs: ['phone'] }
  const { outcome } = person
  const isOfCarrier = phone !== undefined && card === undefined
  if (outcome === 'mismatch') return { outcome, differs: differsOf(person) }
  if (outcome !== 'match' && (isOfCarrier || !ofSegments.includes(outcome))) return { outcome }
  return card === undefined ? { outcome: 'match' } : ofCard(cardState(card))
}
