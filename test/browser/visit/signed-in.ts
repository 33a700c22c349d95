import type { Page } from 'playwright-core'
import { OPERATOR_COOKIE, SESSION_COOKIE } from '../../../shared/http/request.ts'

/** Cookies know no ports. */
const give = (page: Page, name: string, value: string, sameSite: 'Lax' | 'Strict'): Promise<void> =>
  page.context().addCookies([{ name, value, url: 'https://127.0.0.1/', httpOnly: true, secure: true, sameSite }])

/** Signs the device of a page in with the session of somebody who signed in elsewhere. */
export const signedIn = (page: Page, { token }: { token: string }): Promise<void> =>
  give(page, SESSION_COOKIE, token, 'Lax')

/** The same with the session of an operator. */
export const operatorIn = (page: Page, { token }: { token: string }): Promise<void> =>
  give(page, OPERATOR_COOKIE, token, 'Strict')
