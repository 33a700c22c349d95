import type { Clock } from '../../shared/kernel/time.ts'
import type { Recogniser } from '../documents/recogniser.ts'
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

/** Whatever a back says of its end, it is not over then. */
const LONG_AGO = Date.UTC(1990, 0, 1)

/**
 * Sees cards with the eyes of the house, so that a stand-in answers by what picture it gets. Eyes are no adapter: they know no vendor's words.
 * A front first, and a back where that is shown; two seconds at most.
 */
export const sightBy =
  (eyes: Recogniser, clock: Clock): Sight =>
  async (picture): Promise<CardShown> => {
    const front = await eyes.read({ picture, side: 'front', now: clock.now() })
    const seen =
      front.kind === 'refused' && front.because === 'wrong_side'
        ? await eyes.read({ picture, side: 'back', now: LONG_AGO })
        : front
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
