import { SESSION_COOKIE } from '../../../shared/http/request.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'

const cookie = (value: string, seconds: number): string =>
  `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`

/** Set-Cookie for a web page's session: out of reach of its scripts, and not sent by other sites' forms. */
export const sessionCookie = (token: string, life: Millis): string => cookie(token, Math.floor(life / SECOND))

/** Set-Cookie that makes the browser forget the session. */
export const clearedCookie = cookie('', 0)
