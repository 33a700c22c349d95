import type { Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import { appAnnounced } from '../announced-store.ts'
import type { App } from '../apps/app.ts'
import { stepAllows } from '../apps/app-store.ts'
import type { Doing } from '../apps/renamed-store.ts'
import { appHandedOver, handoverAsked } from './handover-store.ts'
import { handedOverLetter, handoverAskedLetter, tookOverLetter } from './letters.ts'

/** W8 from now on, and for `apps.handoverMs`, a link hands the app over: by what its code is kept. Told by a letter. */
export const handoverMade = (
  { told, publicUrl, now, settings, step }: Doing,
  app: App,
  hash: string,
): { until: Millis; writes: Write[] } => {
  const until = now + settings.apps.handoverMs
  return {
    until,
    writes: [
      handoverAsked(app, { hash, askedAt: now, until }, stepAllows(now, step)),
      told(app.administrator, handoverAskedLetter(app, { at: now, until }, publicUrl), now),
    ],
  }
}

/** W8 another account administers the app. Both are told by a letter, the platform by an event of each. */
export const takenOver = (
  { told, publicUrl, now, step }: Doing,
  app: App,
  { hash, to, most }: { hash: string; to: string; most: number },
): Write[] => [
  ...appHandedOver(app, hash, { to, most, now, when: stepAllows(now, step) }),
  told(app.administrator, handedOverLetter(app, now), now),
  told(to, tookOverLetter(app, now, publicUrl), now),
  appAnnounced(app.administrator, { type: 'app.handed_over', data: { app: app.id } }, now),
  appAnnounced(to, { type: 'app.taken_over', data: { app: app.id } }, now),
]
