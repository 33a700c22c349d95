import type { Millis } from '../../../shared/kernel/time.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import { absent, all, any, equals, type Guard, guard, type Update, update } from '../../../shared/table/write.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'
import { applicationTransitions } from '../applications/application-states.ts'
import { applicationKeys, certificationKeys } from '../keys.ts'
import type { App, Named } from './app.ts'
import { APP_MOVED, stepAllows } from './app-store.ts'

/** Somebody applies for the certification of an app, which they administer, and nobody does already. Until that is over it is not renamed; and not while a change of it waits for people. */
export const appApplied = (app: App, application: string, now: Millis): Update =>
  update(
    certificationKeys.app(app.id),
    { set: { openApplication: application } },
    all(
      equals('administrator', app.administrator),
      equals('name', app.name),
      absent('openApplication'),
      stepAllows(now),
    ),
    APP_MOVED,
  )

/** The application is over, and another may be begun. */
export const appReleased = (appId: string, application: string): Update =>
  update(
    certificationKeys.app(appId),
    { remove: ['openApplication'] },
    equals('openApplication', application),
    APP_MOVED,
  )

/** W3 the app is certified as what it is called now, or by another name from now on, if it still has the one that it had when it was read. */
export const appCertified = (
  app: App,
  {
    application,
    certifiedName,
    certifiedFor,
    certificate,
    named,
  }: {
    application: string
    certifiedName: string
    certifiedFor: ApplicantKind
    certificate: string
    named: Named | undefined
  },
): Update =>
  update(
    certificationKeys.app(app.id),
    {
      set: {
        certifiedName,
        certifiedFor,
        certifiedBy: application,
        certificate,
        ...(named && {
          ...named,
          names: named.names.map((one) => ({ ...one })),
          renames: { ...named.renames },
        }),
      },
      remove: ['openApplication'],
    },
    all(equals('openApplication', application), equals('name', app.name), equals('nameSince', app.nameSince)),
    APP_MOVED,
  )

/** W7 its certificate, if it still is that, does not count any more: the app keeps its name, which it may change again. */
export const appUncertified = ({ id, appId }: { id: string; appId: string }): Update =>
  update(
    certificationKeys.app(appId),
    { remove: ['certifiedName', 'certifiedFor', 'certifiedBy'] },
    equals('certificate', id),
    APP_MOVED,
  )

/** W7 its certificate counts again after all, if it still is that, and the app whose it was, called what it says, and nobody applies for another. */
export const appCertifiedAgain = (
  { id, administrator }: Pick<App, 'id' | 'administrator'>,
  { id: certificate, application, name, kind }: { id: string; application: string; name: string; kind: ApplicantKind },
): Update =>
  update(
    certificationKeys.app(id),
    { set: { certifiedName: name, certifiedFor: kind, certifiedBy: application } },
    all(
      equals('certificate', certificate),
      equals('name', name),
      equals('administrator', administrator),
      absent('openApplication'),
      absent('certifiedName'),
    ),
    APP_MOVED,
  )

/** The app is certified by that application, and whoever administered it when it was read does. */
export const appCertifiedStill = ({ id, administrator }: App, application: string): Guard =>
  guard(
    certificationKeys.app(id),
    all(equals('certifiedBy', application), equals('administrator', administrator)),
    APP_MOVED,
  )

/** Why an app is not edited: people judge it as it is. */
export const APP_JUDGED = 'app_judged'

/** What of an application its administrator still has in hand: people look at the app after it was sent in, or sent in again. */
export const stillInHand = (accountId: string, application: string): Guard =>
  guard(
    applicationKeys.application(accountId, application),
    any(stateAllows(applicationTransitions, 'edited'), stateAllows(applicationTransitions, 'amended')),
    APP_JUDGED,
  )

/** The app is as it was when somebody applied for it, and they still do. */
export const appAppliedStill = ({ id, administrator, name }: App, application: string): Guard =>
  guard(
    certificationKeys.app(id),
    all(equals('openApplication', application), equals('administrator', administrator), equals('name', name)),
    APP_MOVED,
  )
