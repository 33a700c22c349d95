import { isIdNumber } from '../id-number.ts'
import { differsOf, type Element, type PersonOutcome, personWith } from '../people.ts'
import { cardState } from './cards.ts'

/** What is asked about together; what is left out is not compared. */
export type Evidence = { name: string; idNumber: string; phone?: string; card?: string }

/** What does not have the form of one. The first, in the order vendors look. */
export const malformed = ({ name, idNumber, phone, card }: Evidence): Element | 'card' | undefined => {
  if (phone !== undefined && !/^1[3-9]\d{9}$/.test(phone)) return 'phone'
  if (!isIdNumber(idNumber)) return 'idNumber'
  if (!/^[\p{Script=Han}〇·]{2,50}$/u.test(name)) return 'name'
  return card !== undefined && cardState(card) === undefined ? 'card' : undefined
}

export type Finding = { outcome: PersonOutcome | 'card_lost' | 'card_not_offered'; differs?: readonly Element[] }

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
  const state = card === undefined ? 'good' : cardState(card)
  return { outcome: state === 'lost' ? 'card_lost' : state === 'not_offered' ? 'card_not_offered' : 'match' }
}
