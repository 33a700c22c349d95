import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type PlatformKey, platformKeyId } from '../api-keys/platform-key.ts'
import { accountKeys } from '../keys.ts'
import { type OpeningDeps, openAccount } from './account-opening.ts'
import type { NewSession } from './sign-in.ts'

export type PlatformSignInDeps = OpeningDeps & { platformKeys: () => Promise<readonly PlatformKey[]> }

/**
 * Opens a session for a user of the platform, named by the platform's own `externalId`; creates the account at the first
 * time. Whoever holds the API key vouches for the user. Refuses with `unauthenticated`. Two database calls.
 */
export const signInPlatformUser = async (
  deps: PlatformSignInDeps,
  input: { externalId: string; apiKey: string | undefined },
): Promise<Outcome<NewSession>> => {
  const { externalId, apiKey } = input
  if (platformKeyId(apiKey, await deps.platformKeys()) === undefined) return refused('unauthenticated')
  const opened = await openAccount(deps, { found: accountKeys.external(externalId), profile: { externalId } })
  if (opened.kind === 'conflict') throw new Error('a new account id or session was taken')
  return ok({ token: opened.token, account: { id: opened.accountId, externalId } })
}
