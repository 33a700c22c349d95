import type { Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  all,
  atLeast,
  type Condition,
  equals,
  equalsOrAbsent,
  type Update,
  update,
  type Write,
} from '../../../shared/table/write.ts'
import type { App } from '../apps/app.ts'
import { APP_MOVED, appListed, appUnlisted, STEP_LOCK } from '../apps/app-store.ts'
import { certificationKeys } from '../keys.ts'
import type { Handover } from './handover.ts'

const ATTRIBUTES = ['handoverHash', 'handoverAskedAt', 'handoverUntil']

/** It is certified as it was read. */
const certifiedAsRead = ({ certifiedName, certificate }: App): Condition =>
  all(equalsOrAbsent('certifiedName', certifiedName), equalsOrAbsent('certificate', certificate))

/** Its administrator wants somebody else to take the app on: whoever has the code, which counts in the place of one before. `when`: which change of it waits for people. */
export const handoverAsked = (app: App, { hash, askedAt, until }: Handover, when: Condition): Update =>
  update(
    certificationKeys.app(app.id),
    { set: { handoverHash: hash, handoverAskedAt: askedAt, handoverUntil: until }, remove: STEP_LOCK },
    all(equals('administrator', app.administrator), absent('openApplication'), certifiedAsRead(app), when),
    APP_MOVED,
  )

/** Its administrator keeps it: also from whoever waits for people to take it on. */
export const handoverEnded = ({ id, administrator, stepId, stepKind }: App): Update =>
  update(
    certificationKeys.app(id),
    { remove: [...ATTRIBUTES, ...(stepKind === 'rename' ? [] : STEP_LOCK)] },
    all(equals('administrator', administrator), equalsOrAbsent('stepId', stepId)),
    APP_MOVED,
  )

/**
 * W8 another account administers the app from now on, once: by exactly this handover, in time, and while nobody applies for its certification. Off the one
 * list, and on the other, which has no more than `most`.
 */
export const appHandedOver = (
  app: App,
  hash: string,
  { to, most, now, when }: { to: string; most: number; now: Millis; when: Condition },
): Write[] => [
  update(
    certificationKeys.app(app.id),
    { set: { administrator: to }, remove: [...ATTRIBUTES, ...STEP_LOCK] },
    all(
      equals('administrator', app.administrator),
      equals('handoverHash', hash),
      // In time by the clock of whoever writes it.
      atLeast('handoverUntil', now + 1),
      absent('openApplication'),
      certifiedAsRead(app),
      when,
    ),
    APP_MOVED,
  ),
  ...appUnlisted(app.administrator, app.id),
  ...appListed(to, app.id, most),
]
