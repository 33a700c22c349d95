import { decideScan } from '../../../functions/account/scan/decide-scan.ts'
import { markScan } from '../../../functions/account/scan/mark-scan.ts'
import { openScan } from '../../../functions/account/scan/open-scan.ts'
import { readScan } from '../../../functions/account/scan/read-scan.ts'
import { redeemScan } from '../../../functions/account/scan/redeem-scan.ts'
import type { ScanDecision } from '../../../functions/account/scan/scan.ts'
import { deskOf } from '../../../functions/account/scan/scan-store.ts'
import { takeScan } from '../../../functions/account/scan/take-scan.ts'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import type { SignedIn } from '../../../functions/account/sessions/session-store.ts'
import { type Settings, settingsOf } from '../../../functions/settings.ts'
import { valueIn } from '../../kit.ts'
import { claimOf, signedInAs, world } from '../fixture.ts'

const PUBLIC_URL = 'https://id.example.cn'

/** A world of accounts, with what QR codes need besides. */
export const scanWorld = (scans: Partial<Settings['scans']> = {}) => {
  const defaults = settingsOf('sandbox', undefined).scans
  return { ...world({ scans: { ...defaults, ...scans } }), publicUrl: PUBLIC_URL }
}

export type ScanWorld = ReturnType<typeof scanWorld>

/** A desktop that asks from that address. */
export const desktopAt = (sourceIp = '192.0.2.1') => ({
  purpose: 'sign_in' as const,
  sourceIp,
  browser: { name: 'chrome', system: 'windows' } as const,
})

/** Whoever is signed in at a desktop wants to go on on a phone. */
export const goingOn = (caller: SignedIn, returnPath = '/document') => ({
  purpose: 'continue' as const,
  caller,
  returnPath,
})

/** A desktop shows a code: what it says, and what only the desktop has. */
export const shown = async (at: ScanWorld, by?: SignedIn) => {
  const asking = by ? { ...desktopAt(), ...goingOn(by) } : desktopAt()
  const { id, url, deskToken, expiresAt } = valueIn(await openScan(at, asking))
  return { id, url, code: new URL(url).hash.slice(1), deskToken, expiresAt }
}

/** Somebody who is signed in on a phone. */
export const phone = async (at: ScanWorld, number?: string): Promise<SignedIn & { token: string }> => {
  const { token } = await signedInAs(at, number)
  return { ...valueIn(await authenticate(at, token)), token }
}

/** `as`: the session token that the browser has. */
type By = { as?: string; replaces?: boolean }

const currentOf = ({ as }: By) => (as === undefined ? undefined : claimOf(as))

export const look = (at: ScanWorld, { code }: { code: string }, by: By = {}) =>
  markScan({ ...at, maskedNameOf: async () => '*三' }, { code, current: currentOf(by) })

/** A phone goes on by a code. */
export const take = (at: ScanWorld, { code }: { code: string }, by: By = {}) =>
  takeScan(at, { code, current: currentOf(by), replaces: by.replaces ?? false, device: 'iphone' })

export const decide = (
  at: ScanWorld,
  { code }: { code: string },
  caller: SignedIn,
  decision: ScanDecision = 'confirm',
) => decideScan(at, caller, { code, decision })

export const standing = (at: ScanWorld, { deskToken }: { deskToken: string }) => readScan(at, deskOf(deskToken))

export const redeem = (at: ScanWorld, { deskToken }: { deskToken: string }) =>
  redeemScan(at, { desk: deskOf(deskToken), device: 'windows' })

/** Sessions that stand in the table, of whatever account. */
export const sessionsIn = (at: ScanWorld) => at.table.items().filter(({ sk }) => sk.startsWith('SESSION#'))
