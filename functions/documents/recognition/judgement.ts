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
import { alongTheRest, type Row, rowsOf, type TextLine } from './text-lines.ts'

/** Words of documents that people take for the one that is asked for. */
const OTHER_KINDS = /护照|PASSPORT|驾驶证|行驶证|社会保障|社保卡|户口|通行证|银行|UnionPay|银联|居留/u

/** Labels of a side that have to be there before a picture is said to show it. */
const LEAST: Readonly<Record<CardSide, number>> = { front: 2, back: 1 }

const shows = (side: CardSide, labels: readonly Labelled[]): boolean =>
  labels.filter(({ label }) => (labelsOf[side] as readonly string[]).includes(label)).length >= LEAST[side]

const otherSide: Readonly<Record<CardSide, CardSide>> = { front: 'back', back: 'front' }

/** 0 to 1; below it characters are guesses. */
const LEGIBLE = 0.8
/** So many pieces of text are a document. */
const SOME = 4

/** Why nothing of the side that was asked for is there to be read. */
const nothingOf = (side: CardSide, lines: readonly TextLine[], labels: readonly Labelled[]): Unreadable => {
  if (shows(otherSide[side], labels)) return 'wrong_side'
  const legible = lines.filter(({ confidence }) => confidence >= LEGIBLE)
  if (legible.some(({ text }) => OTHER_KINDS.test(text))) return 'wrong_card_kind'
  return lines.length >= SOME && legible.length * 2 < lines.length ? 'rotated_unreadable' : 'not_a_card'
}

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
  if (!shows(side, labels)) {
    const because = nothingOf(side, lines, labels)
    return because === 'not_a_card' || because === 'rotated_unreadable' ? worse(because) : refused(because)
  }
  if (isCut(side, labels, texts, pixels)) return refused('border_incomplete')
  return judges[side]({ rows, labels, now, worse })
}
