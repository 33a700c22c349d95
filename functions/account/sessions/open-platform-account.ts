import type { Write } from '../../../shared/table/write.ts'
import { leadsTo } from '../account-store.ts'
import { accountKeys } from '../keys.ts'
import { type Opened, type Opening, type OpeningDeps, openAccount } from './open-account.ts'

/** Opens a session of a user of the platform, whose account (`known`) is made in the same commit if there is none. As `openAccount`. */
export const openPlatformAccount = (
  deps: OpeningDeps,
  {
    externalId,
    ...of
  }: { externalId: string; known: string | undefined; session: Opening['session']; also?: readonly Write[] },
): Promise<Opened> =>
  openAccount(deps, {
    ...of,
    profile: { externalId },
    leading: ({ id, isNew }) => (isNew ? [leadsTo(accountKeys.external(externalId), id)] : []),
  })
