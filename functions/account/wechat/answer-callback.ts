import type { Answer } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { sessionOf } from '../sessions/session-store.ts'
import { pageAfter } from './authorization.ts'
import { type TakeCallbackDeps, takeCallback } from './take-callback.ts'

export type AnswerCallbackDeps = TakeCallbackDeps & {
  publicUrl: string
  fault: (error: unknown, at: { route: string; requestId: string }) => void
}

/** As WeChat writes codes, and we states; anything else is neither. */
const FORM = /^[\w-]{1,128}$/

const inForm = (text: string | null): string | undefined => (text && FORM.test(text) ? text : undefined)

/** GET /v1/wechat/callback: leads the browser to its page, also after a fault of ours, as nobody there can read a problem. */
export const answerCallback = async (
  deps: AnswerCallbackDeps,
  { rawQuery, bearer, requestId }: Pick<Request, 'rawQuery' | 'bearer' | 'requestId'>,
): Promise<Answer> => {
  const query = new URLSearchParams(rawQuery)
  const brought = { code: inForm(query.get('code')), state: inForm(query.get('state')) }
  const end = await takeCallback(deps, sessionOf(bearer), brought).catch((error: unknown) => {
    deps.fault(error, { route: 'GET /v1/wechat/callback', requestId })
    return 'try_again' as const
  })
  return { status: 302, headers: { location: pageAfter(deps.publicUrl, query.get('returnPath') ?? '', end) } }
}

/** Where WeChat sends the browser back to. The page stands in the address, so that it is known also where nobody is signed in. */
export const callbackUrlAt =
  (publicUrl: string) =>
  (returnPath: string): string =>
    `${publicUrl}/v1/wechat/callback?${new URLSearchParams({ returnPath })}`
