import { mine } from '../../shared/service.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import type { Checks } from './checks-told.ts'

/** How many checks the account has left, read only where it `isWanted`; null until that is known, and for the verified. */
export const useChecks = (isWanted: boolean): Checks | null => {
  const { known } = useResource(`checks left ${isWanted}`, async (signal) =>
    isWanted ? (await mine().account.get({ signal })).verification.checks : null,
  )
  return known.is === 'ok' ? known.value : null
}
