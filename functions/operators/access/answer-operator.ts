import { type Answer, answered } from '../../../shared/http/answer.ts'
import { OPERATOR_COOKIE, type Request } from '../../../shared/http/request.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { showConsoleSession } from '../operator-view.ts'
import type { OperatorSignedIn } from './sign-in.ts'

/** Out of reach of scripts, and sent by no other site. */
const cookie = (value: string, seconds: number): string =>
  `${OPERATOR_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Strict`

const clearedCookie = cookie('', 0)

/**
 * What somebody is answered who has just signed in at the console. A web page, known by its header, gets the token as a cookie its
 * scripts cannot read; everybody else gets it in the body.
 */
export const operatorSignedInAnswer = (
  headers: Request['headers'],
  signedIn: Outcome<OperatorSignedIn>,
): Outcome<Answer> => {
  if (!signedIn.ok) return signedIn
  const { token, person, session } = signedIn.value
  const shown = showConsoleSession(person, session)
  if (headers['x-shiming-web'] === undefined) return answered(201, ok({ token, ...shown }))
  const seconds = Math.floor((session.endsAt - session.createdAt) / SECOND)
  return ok({ status: 201, body: shown, cookies: [cookie(token, seconds)] })
}

/** The browser drops its cookie, if it has one. */
export const operatorSignedOutAnswer = (ended: Outcome<undefined>): Outcome<Answer> =>
  ended.ok ? ok({ status: 204, cookies: [clearedCookie] }) : ended
