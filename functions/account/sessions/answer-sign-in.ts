import { type Answer, answered } from '../../../shared/http/answer.ts'
import { type Request, SESSION_COOKIE } from '../../../shared/http/request.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { signInRoute } from '../sign-in.route.ts'
import { deviceOf } from './session.ts'
import { type NewlySignedIn, type SignInDeps, signIn } from './sign-in.ts'
import { signInPlatformUser } from './sign-in-platform.ts'

/** Set-Cookie that only this very host gets back, over TLS, and no script reads. */
export const cookieOf = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`

/** Set-Cookie for a web page's session: out of reach of its scripts, and not sent by other sites' forms. */
export const sessionCookie = (token: string, life: Millis): string =>
  cookieOf(SESSION_COOKIE, token, Math.floor(life / SECOND))

/** Set-Cookie that makes the browser forget the session. */
const clearedCookie = cookieOf(SESSION_COOKIE, '', 0)

const shownAccount = ({ account: { id, externalId } }: NewlySignedIn) => ({ id, externalId: externalId ?? null })

const shown = (opened: NewlySignedIn) => ({ token: opened.token, account: shownAccount(opened) })

type Headers = Request['headers']

/**
 * What somebody is answered who has just signed in, with what `more` says beside it. A web page, known by its header, gets the token as
 * a cookie its scripts cannot read; everybody else gets it in the body.
 */
export const signedInAnswer = <T extends NewlySignedIn>(
  { settings }: { settings: { sessions: { lifeMs: Millis } } },
  headers: Headers,
  opened: Outcome<T>,
  more: (opened: T) => object = () => ({}),
): Outcome<Answer> => {
  if (!opened.ok || headers['x-shiming-web'] === undefined)
    return answered(201, opened, (value) => ({ ...shown(value), ...more(value) }))
  const { value } = opened
  const cookies = [sessionCookie(value.token, settings.sessions.lifeMs)]
  return ok({ status: 201, body: { account: shownAccount(value), ...more(value) }, cookies })
}

type SignInRequest = Pick<Request<typeof signInRoute>, 'body' | 'headers'>

/** POST /v1/sessions by either body. The platform's backend gets a token whatever it says of itself. */
export const answerSignIn = async (deps: SignInDeps, { body, headers }: SignInRequest): Promise<Outcome<Answer>> => {
  if ('externalId' in body) return answered(201, await signInPlatformUser(deps, body), shown)
  const { startOver: startsOver, ...typed } = body
  const device = deviceOf(headers['user-agent'])
  return signedInAnswer(deps, headers, await signIn(deps, { ...typed, startsOver, device }))
}

/** DELETE /v1/sessions/current: the browser drops its cookie, if it has one. */
export const signedOutAnswer = (ended: Outcome<undefined>): Outcome<Answer> =>
  ended.ok ? ok({ status: 204, cookies: [clearedCookie] }) : ended
