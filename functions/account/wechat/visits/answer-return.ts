import type { Answer } from '../../../../shared/http/answer.ts'
import type { Request } from '../../../../shared/http/request.ts'
import { sessionCookie } from '../../sessions/answer-sign-in.ts'
import { deviceOf } from '../../sessions/session.ts'
import { sessionOf } from '../../sessions/session-store.ts'
import { markIn } from './mark.ts'
import { type ReturnDeps, type Returned, takeReturn } from './take-return.ts'
import { placeAfter } from './visit.ts'

export type AnswerReturnDeps = ReturnDeps & {
  fault: (error: unknown, at: { route: string; requestId: string }) => void
}

/** As WeChat writes codes, and we states; anything else is neither. */
const FORM = /^[\w-]{1,128}$/

const inForm = (text: string | null): string | undefined => (text && FORM.test(text) ? text : undefined)

/**
 * GET /v1/wechat/sign-in-callback: leads the browser to its page, with the cookie of the session that was opened; also after a fault of ours,
 * as nobody there can read a problem.
 */
export const answerReturn = async (
  deps: AnswerReturnDeps,
  {
    rawQuery,
    bearer,
    cookie,
    headers,
    requestId,
  }: Pick<Request, 'rawQuery' | 'bearer' | 'cookie' | 'headers' | 'requestId'>,
): Promise<Answer> => {
  const query = new URLSearchParams(rawQuery)
  const returned: Returned = await takeReturn(deps, {
    mark: markIn(cookie),
    state: inForm(query.get('state')),
    code: inForm(query.get('code')),
    current: sessionOf(bearer),
    device: deviceOf(headers['user-agent']),
  }).catch((error: unknown) => {
    deps.fault(error, { route: 'GET /v1/wechat/sign-in-callback', requestId })
    return { end: 'try_again' as const }
  })
  const { token } = returned
  return {
    status: 302,
    headers: { location: `${deps.publicUrl}${placeAfter(returned.end, returned.visit)}` },
    ...(token !== undefined && { cookies: [sessionCookie(token, deps.settings.sessions.lifeMs)] }),
  }
}

/** Where WeChat sends the browser back to, whatever page it goes on to. */
export const returnUrlAt = (publicUrl: string): string => `${publicUrl}/v1/wechat/sign-in-callback`
