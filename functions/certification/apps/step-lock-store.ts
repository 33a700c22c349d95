import type { Millis } from '../../../shared/kernel/time.ts'
import { absent, all, atLeast, equals, equalsOrAbsent, type Update, update } from '../../../shared/table/write.ts'
import { certificationKeys } from '../keys.ts'
import type { Step } from '../steps/step.ts'
import type { App } from './app.ts'
import { APP_MOVED, STEP_LOCK, stepAllows } from './app-store.ts'

const HANDOVER = ['handoverHash', 'handoverAskedAt', 'handoverUntil']

/**
 * A change of the app waits for people from now on, and no other is begun as long: one at a time, of the app as it was read, while nobody applies for its
 * certification. A link by which it is taken on stays open for whoever opened it, and for nobody else.
 */
export const appStepWaits = (app: App, { id, accountId, kind, to, handover, until }: Step, now: Millis): Update =>
  update(
    certificationKeys.app(app.id),
    {
      set: {
        ...{ stepId: id, stepBy: accountId, stepKind: kind, stepUntil: until },
        ...(to !== undefined && { stepName: to }),
        ...(kind === 'takeover' && { handoverUntil: until }),
      },
      remove: to === undefined ? ['stepName'] : [],
    },
    all(
      ...[equals('administrator', app.administrator), equals('name', app.name), equals('nameSince', app.nameSince)],
      ...[absent('openApplication'), stepAllows(now)],
      equalsOrAbsent('certifiedName', app.certifiedName),
      ...(kind === 'takeover' && handover !== undefined
        ? [equals('handoverHash', handover), atLeast('handoverUntil', now + 1)]
        : []),
    ),
    APP_MOVED,
  )

/** It does not wait any more, and nothing came of it: a link by which somebody was taking it on opens nothing then. */
export const appStepOver = ({ id }: Pick<App, 'id'>, of: Pick<Step, 'id' | 'kind'>): Update =>
  update(
    certificationKeys.app(id),
    { remove: [...STEP_LOCK, ...(of.kind === 'takeover' ? HANDOVER : [])] },
    equals('stepId', of.id),
    APP_MOVED,
  )
