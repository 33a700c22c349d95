import { type Answer, answered } from '../../../shared/http/answer.ts'
import { type Request, SESSION_COOKIE } from '../../../shared/http/request.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { signInRoute } from '../sign-in.route.ts'
import { deviceOf } from './session.ts'
import { type NewlySignedIn, type SignInDeps, signIn } from './sign-in.ts'
import { signInPlatformUser } from './sign-in-platform.ts'

const cookie = (value: string, seconds: number): string =>
  `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`

/** Set-Cookie for a web page's session: out of reach of its scripts, and not sent by other sites' forms. */
const sessionCookie = (token: string, life: Millis): string => cookie(token, Math.floor(life / SECOND))

/** Set-Cookie that makes the browser forget the session. */
const clearedCookie = cookie('', 0)

const shownAccount = ({ account: { id, externalId } }: NewlySignedIn) => ({ id, externalId: externalId ?? null })

const shown = (opened: NewlySignedIn) => ({ token: opened.token, account: shownAccount(opened) })

type SignInRequest = Pick<Request<typeof signInRoute>, 'body' | 'headers'>

/**
 * POST /v1/sessions by either body. A web page, known by its header, gets a person's token as a cookie its scripts cannot
 * read; everybody else gets it in the body.
 */
export const answerSignIn = async (deps: SignInDeps, { body, headers }: SignInRequest): Promise<Outcome<Answer>> => {
  if ('externalId' in body) return answered(201, await signInPlatformUser(deps, body), shown)
  const { startOver: startsOver, ...typed } = body
  const opened = await signIn(deps, { ...typed, startsOver, device: deviceOf(headers['user-agent']) })
  if (!opened.ok || headers['x-shiming-web'] === undefined) return answered(201, opened, shown)
  const cookies = [sessionCookie(opened.value.token, deps.settings.sessions.lifeMs)]
  return ok({ status: 201, body: { account: shownAccount(opened.value) }, cookies })
}

/** DELETE /v1/sessions/current: the browser drops its cookie, if it has one. */
export const signedOutAnswer = (ended: Outcome<undefined>): Outcome<Answer> =>
  ended.ok ? ok({ status: 204, cookies: [clearedCookie] }) : ended
