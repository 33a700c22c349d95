import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { accountKeys, accountPartition } from '../keys.ts'
import { type OpeningDeps, openAccount } from '../sessions/open-account.ts'
import type { NewSession, Opener } from '../sessions/session.ts'
import { hashOf, isLive, sessionLives, sessionTokenOf } from '../sessions/session-store.ts'
import type { NewlySignedIn } from '../sessions/sign-in.ts'
import { judgeRedemption, type Scan } from './scan.ts'
import { type DeskClaim, deskHashOf, scanOf, scanRedeemed, sessionSecretOf } from './scan-store.ts'

type Redeeming = { desk: DeskClaim | undefined } & Pick<NewSession, 'device'>

/** A scan that somebody on a phone has confirmed. */
type Confirmed = { account: string; session: string; root?: Opener }

const confirmedIn = (scan: Scan): Confirmed => {
  const { account, session, root } = scan
  if (account === undefined || session === undefined) throw new Error('a scan was confirmed by nobody')
  return { account, session, ...(root && { root }) }
}

/** The session it has opened already, if that is still live. */
const tellAgain = async (deps: OpeningDeps, account: string, secret: string): Promise<Outcome<NewlySignedIn>> => {
  const token = sessionTokenOf(account, secret)
  const session = await deps.table.get(accountKeys.session(account, hashOf(token)))
  return isLive(session, deps.clock.now()) ? ok({ token, account: { id: account } }) : refused('scan_over')
}

/**
 * Opens the session that a phone has confirmed, for the desktop whose secret this is, once; asked again within a minute it tells the same
 * one, as answers get lost. Nothing is opened where the session that confirmed has ended meanwhile. Refuses with `scan_over` as
 * `readScan` does, and with `scan_not_confirmed`. Two database calls; two more for whoever comes second.
 */
export const redeemScan = async (deps: OpeningDeps, { desk, device }: Redeeming): Promise<Outcome<NewlySignedIn>> => {
  const item = desk && (await deps.table.get(desk.scan))
  const scan = item && scanOf(item)
  if (!desk || !scan || scan.desk !== deskHashOf(desk)) return refused('scan_over')
  const now = deps.clock.now()
  const judged = judgeRedemption(scan, now)
  if (judged === 'over') return refused('scan_over')
  if (judged === 'yet') return refused('scan_not_confirmed')
  const secret = sessionSecretOf(desk)
  const { account, session, root } = confirmedIn(scan)
  if (judged === 'again') return tellAgain(deps, account, secret)
  const opened = await openAccount(deps, {
    known: account,
    session: { by: 'scan', device, ...(root && { root }) },
    secret,
    leading: () => [],
    profile: {},
    also: [scanRedeemed(desk.scan, now), sessionLives({ pk: accountPartition(account), sk: session }, now)],
  })
  if (opened.kind === 'opened') return ok({ token: opened.token, account: { id: account } })
  // Another request of this desktop was first, or the phone has signed out.
  return tellAgain(deps, account, secret)
}
