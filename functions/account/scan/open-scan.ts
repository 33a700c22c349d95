import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { addressGroup } from '../codes/sms-limit.ts'
import { counted, LIMITED, tooOften } from '../limits/limit-store.ts'
import { hourOf } from '../limits/window.ts'
import type { Scan } from './scan.ts'
import { scanUrl } from './scan.ts'
import { deskHashOf, deskOf, newDeskToken, newScanCode, scanIdOf, scanKey, scanOpened } from './scan-store.ts'
import type { ScanSettings } from './settings.ts'

export type OpenScanDeps = { table: Table; clock: Clock; ids: Ids; settings: ScanSettings; publicUrl: string }

/** Who asks, as far as that may be shown on the phone. `sourceIp` is only counted by. */
type Asking = Pick<Scan, 'browser' | 'place'> & { sourceIp: string }

/** `url` is what the QR code says; `deskToken` is for the desktop alone, and told this once. */
export type OpenedScan = { id: string; url: string; deskToken: string; expiresAt: Millis }

/**
 * Begins a sign-in by QR code: the code to be shown, and the secret by which this desktop, and nobody who sees the code, fetches its
 * session once a phone has confirmed. Refuses with `too_often`. One database call.
 */
export const openScan = async (
  { table, clock, ids, settings, publicUrl }: OpenScanDeps,
  { sourceIp, browser, place }: Asking,
): Promise<Outcome<OpenedScan>> => {
  const now = clock.now()
  const code = newScanCode(ids)
  const deskToken = newDeskToken(code, ids)
  const desk = deskOf(deskToken)
  if (!desk) throw new Error('a new token of a desktop has a wrong form')
  const expiresAt = now + settings.scans.lifeMs
  const scan: Scan = {
    purpose: 'sign_in',
    status: 'waiting',
    desk: deskHashOf(desk),
    browser,
    ...(place !== undefined && { place }),
    askedAt: now,
    expiresAt,
  }
  const limit = settings.scans.perHourFromAddress
  const committed = await table.commit([
    scanOpened(scanKey(code), scan),
    counted({ subject: `SCAN#ADDRESS#${addressGroup(sourceIp)}`, window: hourOf(now), limit }),
  ])
  if (committed.kind === 'conflict') {
    const limited = committed.conflicts.find(({ because }) => because === LIMITED)
    if (limited) return tooOften(limited.item)
    throw new Error('a fresh code was taken')
  }
  return ok({ id: scanIdOf(code), url: scanUrl(publicUrl, code), deskToken, expiresAt })
}
