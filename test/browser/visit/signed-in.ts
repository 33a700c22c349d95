import type { Page } from 'playwright-core'
import { SESSION_COOKIE } from '../../../shared/http/request.ts'

/** Signs the device of a page in with the session of somebody who signed in elsewhere. Cookies know no ports. */
export const signedIn = (page: Page, { token }: { token: string }): Promise<void> =>
  page.context().addCookies([
    {
      name: SESSION_COOKIE,
      value: token,
      url: 'https://127.0.0.1/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    },
  ])
