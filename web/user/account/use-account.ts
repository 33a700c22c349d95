import { type Account, mine } from '../../shared/service.ts'
import { type Used, useResource } from '../../shared/state/use-resource.ts'

/** The account of whoever is signed in. */
export const useAccount = (): Used<Account> => useResource('account', (signal) => mine().account.get({ signal }))
