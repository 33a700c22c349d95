import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { ownerIn } from '../account-store.ts'
import { accountKeys } from '../keys.ts'
import type { OpeningDeps } from './open-account.ts'
import { openPlatformAccount } from './open-platform-account.ts'
import type { NewlySignedIn } from './sign-in.ts'

/**
 * Opens a session for a user of the platform, named by the platform's own `externalId`; creates the account at the first
 * time. The platform, whose key was shown, vouches for the user. Two database calls.
 */
export const signInPlatformUser = async (
  deps: OpeningDeps,
  { externalId }: { externalId: string },
): Promise<Outcome<NewlySignedIn>> => {
  const known = ownerIn(await deps.table.get(accountKeys.external(externalId)))
  const opened = await openPlatformAccount(deps, { externalId, known, session: { by: 'platform' } })
  if (opened.kind === 'conflict') throw new Error('a new account id or session was taken')
  return ok({ token: opened.token, account: { id: opened.accountId, externalId } })
}
