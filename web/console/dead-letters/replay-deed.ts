import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { deadLetterTexts } from './texts.ts'

export type DeadQueue = Answer<'GET /v1/operator/dead-letters/{queue}'>
type Replayed = Answer<'POST /v1/operator/dead-letters/{queue}/replay'>

/** Sending all dead letters of a queue again. */
export const replayDeed = ({ queue, letters, left }: DeadQueue, language: Language): Deed<Replayed> => {
  const texts = deadLetterTexts[language]
  const count = letters.filter(({ pointer }) => pointer !== null).length + left
  return {
    name: texts.replay,
    kind: 'main',
    consequence: [texts.replayMore(count, queue), texts.replayAfter],
    confirm: texts.replayConfirm(count),
    reasons: [texts.mended, texts.vendorBack],
    send: ({ reason }) => service().operator.deadLetters.replay(queue, { reason }),
    done: (answer) => texts.replayed(answer.sent, answer.left, answer.looked),
  }
}
