import { createHash, createHmac } from 'node:crypto'
import { MINUTE, SECOND } from '../../../../shared/kernel/time.ts'

/**
 * Name of the cookie by which a browser is known again that was sent to WeChat: a secret of full length, of no account. It lets nobody in by
 * itself.
 */
export const MARK_COOKIE = '__Host-shiming_wechat'

/** Longer than a visit and the proof of a phone after it take together. */
const LIFE = 30 * MINUTE

const FORM = /^[\w-]{43}$/

/** The mark in that cookie; undefined for what cannot be one. */
export const markIn = (cookie: string | undefined): string | undefined =>
  cookie !== undefined && FORM.test(cookie) ? cookie : undefined

/** Set-Cookie for a mark. Lax, as the browser comes back from a page of WeChat's. */
export const markCookie = (mark: string): string =>
  `${MARK_COOKIE}=${mark}; Path=/; Max-Age=${LIFE / SECOND}; HttpOnly; Secure; SameSite=Lax`

/** How marks and states are kept: both have full length, and only the browser has them. */
export const hashOfMark = (text: string): string => createHash('sha256').update(text).digest('base64url')

/**
 * The secret of the session that a visit opens. Whoever has the mark and the state finds the same each time, so that a browser whose answer
 * was lost is given its session again, and nothing of it is kept here.
 */
export const sessionSecretOf = (mark: string, state: string): string =>
  createHmac('sha256', mark).update(`session ${state}`).digest('base64url')
