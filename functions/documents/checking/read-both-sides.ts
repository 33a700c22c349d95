import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { beijingDayStart, DAY, type Millis } from '../../../shared/kernel/time.ts'
import { isCommon } from '../common-characters.ts'
import { compareName } from '../name-comparison.ts'
import type { AgreedTo } from '../reading/open-handing.ts'
import { readSide } from '../reading/read-side.ts'
import { recordFailure } from '../reading/record-failure.ts'
import { recordUnreadable } from '../reading/record-unreadable.ts'
import type { BackRead, CardRead, CardSide, FrontRead } from '../recogniser.ts'
import { termFits } from '../recognition/terms.ts'
import { type HandedIn, materialsUnusable, type OpenDocumentDeps } from './find-handed-in.ts'
import { type Holder, openHolder } from './open-holder.ts'

/** What of a card is not of whom the account is verified as. */
type Difference = 'name' | 'id_number'

/** A name of which nothing was read is no name that agrees. */
const differencesOf = (card: FrontRead, holder: Holder): Difference[] => [
  ...(compareName(holder.name, card.name ?? '', isCommon) === 'different' ? (['name'] as const) : []),
  ...(card.idNumber === holder.idNumber ? [] : (['id_number'] as const)),
]

/** When the last day of a card ends in Beijing (epoch ms); undefined of one that is valid for life. */
const endOf = ({ validUntil }: BackRead): Millis | undefined =>
  validUntil === undefined ? undefined : beijingDayStart(validUntil) + DAY

/**
 * X1 reads both photos anew, whatever was read of them before, and only then opens whom the account is verified as, on record, and compares them; answers
 * who that is, and until when the card is valid (epoch ms), which is all that is kept of it. A back bears no name: that its term can be that of the front
 * is all that ties them. Refuses with what `readSide` and `openHolder` say, and `document_differs`, which counts as a photo that could not be used.
 */
export const readBothSides = async (
  deps: OpenDocumentDeps,
  found: HandedIn,
  agreed: AgreedTo,
): Promise<Outcome<{ holder: Holder; validUntil: Millis | undefined }>> => {
  const { pictures } = found
  const read = async <S extends CardSide>(side: S): Promise<Outcome<Extract<CardRead, { side: S }>>> => {
    const card = await readSide(deps, pictures[side], { ...agreed, side, by: 'documents-open' })
    if (!card.ok) return card.refusal.code === 'material_unusable' ? materialsUnusable([`/${side}`]) : card
    if (card.value.side !== side) throw new Error('another side was read than was asked for')
    return ok(card.value as Extract<CardRead, { side: S }>)
  }
  const front = await read('front')
  if (!front.ok) return front
  const back = await read('back')
  if (!back.ok) return back
  if (!termFits(back.value, front.value))
    return recordUnreadable(deps, pictures.back.accountId, {
      ...{ side: 'back', reason: 'fields_conflict', language: agreed.language },
    })
  const holder = await openHolder(deps, found)
  if (!holder.ok) return holder
  const differs = differencesOf(front.value, holder.value)
  if (differs.length > 0) {
    const { failures, comesNext } = await recordFailure(deps, pictures.front.accountId)
    return refused('document_differs', { extra: { differs, failures, comesNext } })
  }
  return ok({ holder: holder.value, validUntil: endOf(back.value) })
}
