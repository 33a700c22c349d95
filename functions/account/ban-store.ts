import { keys } from '../../shared/table/keys.ts'
import { absent, all, type Check, check, exists } from '../../shared/table/write.ts'

/** The account exists and is not banned. P12: a ban stops new orders, never a refund that is owed. */
export const notBanned = (accountId: string): Check =>
  check(keys.profile(accountId), all(exists('pk'), absent('bannedAt')), 'banned')
