import type { Language } from '../../../shared/kernel/language.ts'
import { codeText } from '../words/code-words.ts'
import { refundWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import type { Refund } from './refund-queue.tsx'
import { refundTexts } from './texts.ts'

type Standing = Pick<Refund, 'status' | 'takenAt' | 'channelCode' | 'steps' | 'paidByHand'>

/** Whether the channel may be handed the refund yet: it is owed, and the channel has not said that it took it. */
export const isUntaken = ({ status, takenAt }: Pick<Refund, 'status' | 'takenAt'>): boolean =>
  status === 'due' || (status === 'submitted' && takenAt === null)

/**
 * How a refund stands, in a word. Only what the channel has taken is with it: `submitted` is written before it is asked, and stays so
 * while it refuses.
 */
export const refundState = (refund: Standing, language: Language): string => {
  const texts = refundTexts[language]
  if (refund.status === 'succeeded' && refund.paidByHand) return texts.paidByHand
  if (refund.status !== 'submitted' || !isUntaken(refund)) return wordIn(refundWords, refund.status, language)
  return refund.channelCode === null ? texts.beingSent : texts.notTaken
}

/** Why the channel has not taken it although it was tried, and how often; undefined where that is not so. */
export const whyUntaken = (refund: Standing, language: Language): string | undefined => {
  const { channelCode, steps } = refund
  if (!isUntaken(refund) || channelCode === null) return undefined
  return refundTexts[language].triedSoOften(steps, codeText(channelCode, language))
}
