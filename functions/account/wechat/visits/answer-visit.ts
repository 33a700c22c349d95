import { type Answer, answered } from '../../../../shared/http/answer.ts'
import { type Outcome, ok } from '../../../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../../../shared/kernel/time.ts'
import { markCookie } from './mark.ts'
import type { Left } from './open-visit.ts'

/** A browser leaves for WeChat: it is told where to, and gets the mark by which it is known again. */
export const answerVisit = (opened: Outcome<Left>): Outcome<Answer> => {
  const answer = answered(201, opened, ({ url, expiresAt }) => ({ url, expiresAt: rfc3339(expiresAt) }))
  return opened.ok && answer.ok ? ok({ ...answer.value, cookies: [markCookie(opened.value.mark)] }) : answer
}
