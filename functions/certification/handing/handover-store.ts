import type { Millis } from '../../../shared/kernel/time.ts'
import { absent, all, atLeast, equals, type Update, update, type Write } from '../../../shared/table/write.ts'
import type { App } from '../apps/app.ts'
import { APP_MOVED, appListed, appUnlisted } from '../apps/app-store.ts'
import { certificationKeys } from '../keys.ts'
import type { Handover } from './handover.ts'

const ATTRIBUTES = ['handoverHash', 'handoverAskedAt', 'handoverUntil']

/** Its administrator wants somebody else to take the app on: whoever has the code, which counts in the place of one before. */
export const handoverAsked = ({ id, administrator }: App, { hash, askedAt, until }: Handover): Update =>
  update(
    certificationKeys.app(id),
    { set: { handoverHash: hash, handoverAskedAt: askedAt, handoverUntil: until } },
    all(equals('administrator', administrator), absent('openApplication')),
    APP_MOVED,
  )

/** Its administrator keeps it. */
export const handoverEnded = ({ id, administrator }: App): Update =>
  update(certificationKeys.app(id), { remove: ATTRIBUTES }, equals('administrator', administrator), APP_MOVED)

/**
 * W8 another account administers the app from now on, once: by exactly this handover, in time, and while nobody applies for its certification. Off the one
 * list, and on the other, which has no more than `most`.
 */
export const appHandedOver = (
  app: App,
  { hash }: Handover,
  { to, most, now }: { to: string; most: number; now: Millis },
): Write[] => [
  update(
    certificationKeys.app(app.id),
    { set: { administrator: to }, remove: ATTRIBUTES },
    all(
      equals('administrator', app.administrator),
      equals('handoverHash', hash),
      // In time by the clock of whoever writes it.
      atLeast('handoverUntil', now + 1),
      absent('openApplication'),
      app.certifiedName === undefined ? absent('certifiedName') : equals('certifiedName', app.certifiedName),
    ),
    APP_MOVED,
  ),
  ...appUnlisted(app.administrator, app.id),
  ...appListed(to, app.id, most),
]
