import { type Account, mine } from '../../shared/service.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import type { Used } from '../../shared/state/use-resource-of.ts'

/** The account of whoever is signed in. */
export const useAccount = (): Used<Account> => useResource('account', (signal) => mine().account.get({ signal }))
