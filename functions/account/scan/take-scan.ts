import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { accountPartition } from '../keys.ts'
import { whoIsIn } from '../links/session-link.ts'
import { type OpeningDeps, openAccount } from '../sessions/open-account.ts'
import type { NewSession, Opener } from '../sessions/session.ts'
import {
  hashOf,
  isLive,
  newSessionSecret,
  type SessionClaim,
  sessionClosed,
  sessionLives,
  sessionTokenOf,
} from '../sessions/session-store.ts'
import type { Scan } from './scan.ts'
import { scanKey, scanOf, scanTaken } from './scan-store.ts'

/** `current`: the session that the browser is in, if that is live; `replaces`: the visitor was asked, and leaves that account. */
type Taking = { code: string; current: SessionClaim | undefined; replaces: boolean } & Pick<NewSession, 'device'>

/** Who goes on, and where. No token: the browser is in that account already, in a session of its own. */
export type GoneOn = { token?: string; account: { id: string }; returnPath: string }

type Shown = { account: string; session: string; returnPath: string; root?: Opener }

/** Whose code it is and where it leads; undefined for one to sign in by. */
const shownIn = ({ purpose, account, session, returnPath, root }: Scan): Shown | undefined =>
  purpose === 'continue' && account !== undefined && session !== undefined && returnPath !== undefined
    ? { account, session, returnPath, ...(root && { root }) }
    : undefined

/**
 * Lets a phone go on in the account of the desktop that shows the code, which spends it: of several at once one is let in, and nobody
 * once the desktop has signed out. A browser that is in that account stays in its session; what it was in besides ends in the same commit.
 * Refuses with `scan_over`, and with `signed_in_as_another`, which spends nothing. Two database calls.
 */
export const takeScan = async (
  deps: OpeningDeps,
  { code, current, replaces, device }: Taking,
): Promise<Outcome<GoneOn>> => {
  const key = scanKey(code)
  const [item, session] = await deps.table.getMany([key, ...(current ? [current.session] : [])])
  const now = deps.clock.now()
  const scan = isLive(item, now) ? shownIn(scanOf(item)) : undefined
  if (!scan) return refused('scan_over')
  const { account, returnPath, root } = scan
  const signedIn = isLive(session, now) ? current : undefined
  const who = whoIsIn(account, signedIn?.claimedId)
  if (who === 'another_account' && !replaces) return refused('signed_in_as_another')
  const stillThere = sessionLives({ pk: accountPartition(account), sk: scan.session }, now)
  if (who === 'this_account') {
    const taken = await deps.table.commit([scanTaken(key, { device }, now), stillThere])
    return taken.kind === 'committed' ? ok({ account: { id: account }, returnPath }) : refused('scan_over')
  }
  const secret = newSessionSecret(deps.ids)
  const token = sessionTokenOf(account, secret)
  const opened = await openAccount(deps, {
    known: account,
    session: { by: 'scan', device, ...(root && { root }) },
    secret,
    leading: () => [],
    profile: {},
    also: [
      scanTaken(key, { device, session: hashOf(token) }, now),
      stillThere,
      ...(signedIn ? [sessionClosed(signedIn.session)] : []),
    ],
  })
  return opened.kind === 'opened' ? ok({ token, account: { id: account }, returnPath }) : refused('scan_over')
}
