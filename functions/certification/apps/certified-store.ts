import type { Millis } from '../../../shared/kernel/time.ts'
import { absent, all, equals, type Guard, guard, type Update, update } from '../../../shared/table/write.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'
import { certificationKeys } from '../keys.ts'
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

/** The app is certified by that application, and whoever administered it when it was read does. */
export const appCertifiedStill = ({ id, administrator }: App, application: string): Guard =>
  guard(
    certificationKeys.app(id),
    all(equals('certifiedBy', application), equals('administrator', administrator)),
    APP_MOVED,
  )

/** The app is as it was when somebody applied for it, and they still do. */
export const appAppliedStill = ({ id, administrator, name }: App, application: string): Guard =>
  guard(
    certificationKeys.app(id),
    all(equals('openApplication', application), equals('administrator', administrator), equals('name', name)),
    APP_MOVED,
  )

/** The certificate of the app counts no more, so that the app is nobody's by it: it may be renamed, handed over and removed. It is the app of that certificate still. */
export const appUncertified = ({ id, certifiedName }: App, certificate: string): Update =>
  update(
    certificationKeys.app(id),
    { remove: ['certifiedName', 'certifiedFor', 'certifiedBy'] },
    all(
      equals('certificate', certificate),
      certifiedName === undefined ? absent('certifiedName') : equals('certifiedName', certifiedName),
    ),
    APP_MOVED,
  )

/** Its certificate counts once more, as whoever administers the app called it then and calls it still, and nobody applies for another. */
export const appCertifiedAgain = (
  app: App,
  { certificate, application, certifiedFor }: { certificate: string; application: string; certifiedFor: ApplicantKind },
): Update =>
  update(
    certificationKeys.app(app.id),
    { set: { certifiedName: app.name, certifiedFor, certifiedBy: application } },
    all(
      equals('certificate', certificate),
      equals('administrator', app.administrator),
      equals('name', app.name),
      absent('certifiedName'),
      absent('openApplication'),
    ),
    APP_MOVED,
  )
