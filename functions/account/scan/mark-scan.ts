import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { profileOf } from '../account-store.ts'
import { accountKeys } from '../keys.ts'
import { maskExternalId, type SignedInAs, whoIsIn } from '../links/session-link.ts'
import { isLive, type SessionClaim } from '../sessions/session-store.ts'
import type { Scan } from './scan.ts'
import { scanKey, scanLooked, scanOf } from './scan-store.ts'

export type MarkScanDeps = {
  table: Table
  clock: Clock
  /** The masked name of a verified account. */
  maskedNameOf: (accountId: string) => Promise<string | undefined>
}

/** The account that a code goes on in, so that whoever scans it knows whether it is theirs; all masked. */
type Whose = { phone?: string; externalId?: string; name?: string; signedInAs: SignedInAs }

/** What whoever has scanned a code is asked about: is it you who sits there? `whose`: of a code to go on by. */
export type Scanned = Pick<Scan, 'purpose' | 'browser' | 'place' | 'askedAt' | 'expiresAt'> & { whose?: Whose }

const whoseIs = async (
  { table, clock, maskedNameOf }: MarkScanDeps,
  account: string,
  current: SessionClaim | undefined,
): Promise<Whose> => {
  const keys = [accountKeys.profile(account), ...(current ? [current.session] : [])]
  const [[item, session], name] = await Promise.all([table.getMany(keys), maskedNameOf(account)])
  const { maskedPhone: phone, externalId } = profileOf(account, item) ?? {}
  const signedIn = isLive(session, clock.now()) ? current?.claimedId : undefined
  return {
    phone,
    ...(externalId !== undefined && { externalId: maskExternalId(externalId) }),
    name,
    signedInAs: whoIsIn(account, signedIn),
  }
}

/**
 * What a scanned code asks for; the desktop learns that it was scanned. Decides nothing. `current` is the session of the browser that
 * looks, if that is live. Refuses with `scan_over`, whatever became of it and where it never was. One database call; two reads more for a
 * code to go on by.
 */
export const markScan = async (
  deps: MarkScanDeps,
  { code, current }: { code: string; current: SessionClaim | undefined },
): Promise<Outcome<Scanned>> => {
  const looked = await deps.table.update(scanLooked(scanKey(code), deps.clock.now()))
  if (looked.kind === 'conflict') return refused('scan_over')
  const scan = scanOf(looked.item)
  if (scan.purpose === 'sign_in' || scan.account === undefined) return ok(scan)
  return ok({ ...scan, whose: await whoseIs(deps, scan.account, current) })
}
