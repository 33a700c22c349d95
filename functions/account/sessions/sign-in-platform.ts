import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { leadsTo, ownerIn } from '../account-store.ts'
import { accountKeys } from '../keys.ts'
import { type OpeningDeps, openAccount } from './open-account.ts'
import type { NewlySignedIn } from './sign-in.ts'

/**
 * Opens a session for a user of the platform, named by the platform's own `externalId`; creates the account at the first
 * time. The platform, whose key was shown, vouches for the user. Two database calls.
 */
export const signInPlatformUser = async (
  deps: OpeningDeps,
  { externalId }: { externalId: string },
): Promise<Outcome<NewlySignedIn>> => {
  const key = accountKeys.external(externalId)
  const opened = await openAccount(deps, {
    known: ownerIn(await deps.table.get(key)),
    session: { by: 'platform' },
    profile: { externalId },
    leading: ({ id, isNew }) => (isNew ? [leadsTo(key, id)] : []),
  })
  if (opened.kind === 'conflict') throw new Error('a new account id or session was taken')
  return ok({ token: opened.token, account: { id: opened.accountId, externalId } })
}
