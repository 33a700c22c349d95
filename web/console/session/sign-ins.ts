import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { momentText } from '../../shared/shown/moments.ts'
import { wordIn } from '../words/word.ts'
import { comeFromWords, sessionTexts } from './texts.ts'

type SignIns = Answer<'GET /v1/operator/sign-ins'>['signIns']

/** The last time somebody came in under the name of whoever is in, and not by the session that asks. `isAfter`: since that began. */
export type OtherSignIn = { at: Millis; from: string; isAfter: boolean }

/** Of the times somebody came in, the newest first, the first that is not this one; undefined where there is none. */
export const otherOf = (signIns: SignIns): OtherSignIn | undefined => {
  const at = signIns.findIndex(({ current }) => !current)
  const other = signIns[at]
  const own = signIns.findIndex(({ current }) => current)
  return other && { at: Date.parse(other.at), from: other.from, isAfter: own > at }
}

/** Whether its owner should look twice: a device that was never used before, or one that came in beside theirs. */
export const isUnusual = ({ from, isAfter }: OtherSignIn): boolean => from === 'new_device' || isAfter

/** When and from where, in a sentence. */
export const otherText = (other: OtherSignIn, now: Millis, language: Language): string => {
  const { lastTime, otherTime } = sessionTexts[language]
  return (other.isAfter ? otherTime : lastTime)(
    momentText(other.at, now, language),
    wordIn(comeFromWords, other.from, language),
  )
}
