import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { isBecause } from '../../../shared/table/table.ts'
import type { OpeningDeps } from '../sessions/open-account.ts'
import { openPlatformAccount } from '../sessions/open-platform-account.ts'
import type { NewSession } from '../sessions/session.ts'
import { sessionClosed } from '../sessions/session-store.ts'
import type { NewlySignedIn } from '../sessions/sign-in.ts'
import { type Brought, findSessionLink } from './find-session-link.ts'
import { whoIsIn } from './session-link.ts'
import { LINK_SPENT, linkSpent } from './session-link-store.ts'

/** `replaces`: the visitor was asked, and leaves the other account. */
type Redeeming = Brought & { replaces: boolean } & Pick<NewSession, 'device'>

/**
 * Opens the session a link is for, which spends it; the browser's present one ends in the same commit. Of several at once one is let
 * in, and a link whose time ends meanwhile opens nothing. Refuses with `session_link_spent`, and with `signed_in_as_another`, which
 * spends nothing. Three database calls.
 */
export const redeemSessionLink = async (
  deps: OpeningDeps,
  { replaces, device, ...brought }: Redeeming,
): Promise<Outcome<NewlySignedIn & { returnUrl?: string }>> => {
  const found = await findSessionLink(deps, brought)
  if (!found) return refused('session_link_spent')
  const { key, link, owner, signedIn } = found
  const { externalId, returnUrl } = link
  if (whoIsIn(owner, signedIn?.claimedId) === 'another_account' && !replaces) return refused('signed_in_as_another')
  const opened = await openPlatformAccount(deps, {
    externalId,
    known: owner,
    session: { by: 'link', device, returnUrl },
    also: [linkSpent(key, deps.clock.now()), ...(signedIn ? [sessionClosed(signedIn.session)] : [])],
  })
  if (opened.kind === 'opened')
    return ok({ token: opened.token, account: { id: opened.accountId, externalId }, returnUrl })
  if (isBecause(opened.conflicts, LINK_SPENT)) return refused('session_link_spent')
  throw new Error('a new account id or session was taken')
}
