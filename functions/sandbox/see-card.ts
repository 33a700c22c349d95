import { addBeijingMonths, type Clock, type Millis } from '../../shared/kernel/time.ts'
import type { Recogniser, Recognition } from '../documents/recogniser.ts'
import type { Unreadable } from '../documents/unreadable.ts'
import type { CardShown, Sight, Unseen } from './tencent-cloud/ocr/sight.ts'

/** By which of its words a stand-in says what the eyes of the house see in the way. */
const unseen: Readonly<Record<Unreadable, Unseen>> = {
  ...{ too_small: 'no_card', too_big: 'no_picture', wrong_format: 'no_picture', decode_failed: 'no_picture' },
  ...{ blurred: 'blurred', too_dark: 'blurred', glare: 'glaring', border_incomplete: 'cut' },
  ...{ rotated_unreadable: 'no_card', number_not_found: 'wrong_number', number_check_failed: 'wrong_number' },
  ...{ fields_conflict: 'wrong_number', wrong_side: 'no_card', wrong_card_kind: 'other_card', not_a_card: 'no_card' },
  expired: 'no_card',
}

/** So many years ago a back that is over by now was not, whatever its term. */
const YEARS_AGO = [0, 5, 10, 15, 20]
const MONTHS = 12

/** A back, whether it is over or not. */
const seeBack = async (eyes: Recogniser, picture: Uint8Array, now: Millis): Promise<Recognition> => {
  let seen: Recognition = { kind: 'refused', because: 'expired' }
  for (const years of YEARS_AGO) {
    if (seen.kind !== 'refused' || seen.because !== 'expired') break
    seen = await eyes.read({ picture, side: 'back', now: addBeijingMonths(now, -years * MONTHS) })
  }
  return seen
}

/**
 * Sees cards with the eyes of the house, so that a stand-in answers by what picture it gets. Eyes are no adapter: they know no vendor's words.
 * A front first, and a back where that is shown; two seconds at most, and some more for one that is over.
 */
export const sightBy =
  (eyes: Recogniser, clock: Clock): Sight =>
  async (picture): Promise<CardShown> => {
    const front = await eyes.read({ picture, side: 'front', now: clock.now() })
    const seen =
      front.kind === 'refused' && front.because === 'wrong_side' ? await seeBack(eyes, picture, clock.now()) : front
    if (seen.kind === 'unavailable') throw new Error('the eyes of a stand-in cannot be opened')
    if (seen.kind === 'refused') return { kind: 'unseen', because: unseen[seen.because] }
    const { card } = seen
    if (card.side === 'back') {
      const { authority = '', validFrom, validUntil } = card
      return { kind: 'back', authority, validFrom, ...(validUntil && { validUntil }) }
    }
    const { name = '', sex, nation = '', birth, address = '', idNumber } = card
    return { kind: 'front', name, sex: sex === 'male' ? '男' : '女', nation, birth, address, idNumber }
  }
