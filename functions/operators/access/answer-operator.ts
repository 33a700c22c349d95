import { type Answer, answered } from '../../../shared/http/answer.ts'
import { DEVICE_COOKIE, OPERATOR_COOKIE, type Request } from '../../../shared/http/request.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { showConsoleSession } from '../operator-view.ts'
import { DEVICE_LASTS } from './device-store.ts'
import type { OperatorSignedIn } from './sign-in.ts'

/** Out of reach of scripts, and sent by no other site. */
const cookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`

const clearedCookie = cookie(OPERATOR_COOKIE, '', 0)

/**
 * What somebody is answered who has just signed in at the console. A web page, known by its header, gets the token as a cookie its
 * scripts cannot read, and another by which its browser is known the next time; everybody else gets it in the body.
 */
export const operatorSignedInAnswer = (
  headers: Request['headers'],
  signedIn: Outcome<OperatorSignedIn>,
): Outcome<Answer> => {
  if (!signedIn.ok) return signedIn
  const { token, person, session, device } = signedIn.value
  const shown = showConsoleSession(person, session)
  if (headers['x-shiming-web'] === undefined) return answered(201, ok({ token, ...shown }))
  const seconds = Math.floor((session.endsAt - session.createdAt) / SECOND)
  return ok({
    status: 201,
    body: shown,
    cookies: [cookie(OPERATOR_COOKIE, token, seconds), cookie(DEVICE_COOKIE, device, DEVICE_LASTS / SECOND)],
  })
}

/** The browser drops its cookie, if it has one. */
export const operatorSignedOutAnswer = (ended: Outcome<undefined>): Outcome<Answer> =>
  ended.ok ? ok({ status: 204, cookies: [clearedCookie] }) : ended
