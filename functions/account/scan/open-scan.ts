import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import { addressGroup } from '../codes/sms-limit.ts'
import { type Counter, counted, LIMITED, tooOften } from '../limits/limit-store.ts'
import { hourOf } from '../limits/window.ts'
import { NO_SESSION, type SignedIn, sessionLives } from '../sessions/session-store.ts'
import { type Scan, scanUrl } from './scan.ts'
import { deskHashOf, deskOf, newDeskToken, newScanCode, scanIdOf, scanKey, scanOpened } from './scan-store.ts'
import type { ScanSettings } from './settings.ts'

export type OpenScanDeps = { table: Table; clock: Clock; ids: Ids; settings: ScanSettings; publicUrl: string }

/** What the code is for; to go on on a phone, by whoever is signed in here. */
type Wanted = { purpose: 'sign_in' } | { purpose: 'continue'; caller: SignedIn; returnPath: string }

/** Who asks, as far as that may be shown on the phone. `sourceIp` is only counted by. */
type Asking = Wanted & Pick<Scan, 'browser' | 'place'> & { sourceIp: string }

/** `url` is what the QR code says; `deskToken` is for the desktop alone, and told this once. */
export type OpenedScan = { id: string; url: string; deskToken: string; expiresAt: Millis }

/** A stranger is counted by their address, whoever is signed in by their account. */
const counterOf = (asking: Asking, now: Millis, { scans }: ScanSettings): Counter =>
  asking.purpose === 'sign_in'
    ? { subject: `SCAN#ADDRESS#${addressGroup(asking.sourceIp)}`, window: hourOf(now), limit: scans.perHourFromAddress }
    : { subject: `SCAN#${asking.caller.accountId}`, window: hourOf(now), limit: scans.perHour }

const ownerOf = (asking: Asking): Pick<Scan, 'account' | 'session' | 'root' | 'returnPath'> => {
  if (asking.purpose === 'sign_in') return {}
  const { caller, returnPath } = asking
  return { account: caller.accountId, session: caller.session.sk, root: caller.root, returnPath }
}

/**
 * Begins a sign-in by QR code: the code to be shown, and the secret by which this desktop, and nobody who sees the code, fetches its
 * session once a phone has confirmed. Or shows whoever is signed in here a code by which they go on on their phone. Refuses with
 * `too_often`, and with `unauthenticated` where the session has ended. One database call.
 */
export const openScan = async (
  { table, clock, ids, settings, publicUrl }: OpenScanDeps,
  asking: Asking,
): Promise<Outcome<OpenedScan>> => {
  const now = clock.now()
  const code = newScanCode(ids)
  const deskToken = newDeskToken(code, ids)
  const desk = deskOf(deskToken)
  if (!desk) throw new Error('a new token of a desktop has a wrong form')
  const { purpose, browser, place } = asking
  const expiresAt = now + settings.scans.lifeMs
  const of = { purpose, desk: deskHashOf(desk), browser, ...(place !== undefined && { place }), ...ownerOf(asking) }
  const committed = await table.commit([
    scanOpened(scanKey(code), { ...of, status: 'waiting', askedAt: now, expiresAt }),
    counted(counterOf(asking, now, settings)),
    ...(asking.purpose === 'continue' ? [sessionLives(asking.caller.session, now)] : []),
  ])
  if (committed.kind === 'conflict') {
    if (isBecause(committed.conflicts, NO_SESSION)) return refused('unauthenticated')
    const limited = committed.conflicts.find(({ because }) => because === LIMITED)
    if (limited) return tooOften(limited.item)
    throw new Error('a fresh code was taken')
  }
  return ok({ id: scanIdOf(code), url: scanUrl(publicUrl, code), deskToken, expiresAt })
}
