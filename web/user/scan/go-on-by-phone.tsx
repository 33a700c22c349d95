import { lazy, Suspense } from 'react'
import { loadPage } from '../../shared/router/load-page.ts'
import { whereOf } from '../pay/where.ts'

const GoingOn = lazy(async () => ({
  default: (await loadPage(() => import('./going-on.tsx'))).GoingOn,
}))

/** On a desktop the way to go on on a phone, and nothing anywhere else. `to`: where; `onTaken`: a phone has it. */
export const GoOnByPhone = (props: { to: string; onTaken: () => void }) =>
  whereOf(navigator.userAgent) === 'desktop' && (
    <Suspense>
      <GoingOn {...props} />
    </Suspense>
  )
