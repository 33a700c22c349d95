import type { Millis } from '../../../shared/kernel/time.ts'
import type { CardSide } from '../recogniser.ts'
import type { Unreadable } from '../unreadable.ts'
import { isCut } from './border.ts'
import { frontFields } from './card-fields.ts'
import { backJudged, frontJudged, type Judgement, refused, type Worse } from './card-judgement.ts'
import { validityIn } from './dates.ts'
import type { Pixels } from './geometry.ts'
import { isGlaring } from './glare.ts'
import { numberAmong } from './id-numbers.ts'
import { type Labelled, labelled, labelsOf } from './labels.ts'
import { isAnother, legible, namesAnother } from './other-documents.ts'
import { alongTheRest, type Row, rowsOf, type TextLine } from './text-lines.ts'

const labelsSeen = (side: CardSide, labels: readonly Labelled[]): number =>
  labels.filter(({ label }) => (labelsOf[side] as readonly string[]).includes(label)).length

/** Labels that have to be there before a side is read: of a back both, as other documents are issued by somebody or valid until some day, too. */
const LEAST = 2
/** Labels by which a side is recognised as the other one than was asked for. */
const LEAST_OF_OTHER: Readonly<Record<CardSide, number>> = { front: 2, back: 1 }

const shows = (side: CardSide, labels: readonly Labelled[]): boolean => labelsSeen(side, labels) >= LEAST

const otherSide: Readonly<Record<CardSide, CardSide>> = { front: 'back', back: 'front' }

/** So many pieces of text are a document. */
const SOME = 4

/** Why nothing of the side that was asked for is there to be read. */
const nothingOf = (side: CardSide, lines: readonly TextLine[], labels: readonly Labelled[]): Unreadable => {
  const other = otherSide[side]
  if (labelsSeen(other, labels) >= LEAST_OF_OTHER[other]) return 'wrong_side'
  if (namesAnother(lines)) return 'wrong_card_kind'
  if (side === 'back' && labelsSeen(side, labels) > 0) return 'blurred'
  return lines.length >= SOME && legible(lines).length * 2 < lines.length ? 'rotated_unreadable' : 'not_a_card'
}

/**
 * Whether what looks like a back says whose it is, as permits, licences and passports do; with the number of a card it is a picture of both sides.
 */
const bearsAPerson = (side: CardSide, labels: readonly Labelled[]): boolean =>
  side === 'back' &&
  shows('back', labels) &&
  labels.some(({ label }) => label === '姓名') &&
  !labels.some(({ label }) => label === '公民身份号码')

/** All that was read of a picture. */
type Seen = {
  rows: readonly Row[]
  labels: readonly Labelled[]
  now: Millis
  worse: Worse
}

const judgeFront = ({ rows, labels, now, worse }: Seen): Judgement =>
  frontJudged(numberAmong(rows, now), frontFields(rows, labels), worse)

const judgeBack = ({ labels, now, worse }: Seen): Judgement => {
  const value = (label: string): string => labels.find((one) => one.label === label)?.value ?? ''
  return backJudged(validityIn(value('有效期限')), value('签发机关'), { now, worse })
}

const judges = { front: judgeFront, back: judgeBack }

/**
 * What a picture that was read comes to. A cut card is refused whatever could be read of it; light on the text is a reason only where something
 * could not. `pixels`: as `lines` were found in them.
 */
export const judged = (side: CardSide, pixels: Pixels, found: readonly TextLine[], now: Millis): Judgement => {
  const lines = alongTheRest(found)
  const rows = rowsOf(lines)
  const labels = labelled(rows)
  const texts = lines.map(({ corners }) => corners)
  const worse: Worse = (because) => refused(isGlaring(pixels, texts) ? 'glare' : because)
  if (isAnother(rows) || bearsAPerson(side, labels)) return refused('wrong_card_kind')
  if (!shows(side, labels)) {
    const because = nothingOf(side, lines, labels)
    return because === 'wrong_side' || because === 'wrong_card_kind' ? refused(because) : worse(because)
  }
  if (isCut(side, labels, texts, pixels)) return refused('border_incomplete')
  return judges[side]({ rows, labels, now, worse })
}
