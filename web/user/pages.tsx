import type { ComponentType } from 'react'
import type { PagePath } from '../../functions/pages/page-paths.ts'
import type { PageTold } from '../shared/router/page.tsx'
import { AccountPage } from './account/account-page.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { StartPage } from './start/start-page.tsx'

/** The page at each address. One that is served and not drawn here does not compile. */
export const pages: Readonly<Record<PagePath, ComponentType<PageTold>>> = {
  '/': StartPage,
  '/sign-in': SignInPage,
  '/account': AccountPage,
}
