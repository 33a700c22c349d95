import type { Millis } from '../../../shared/kernel/time.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import { clashNoted } from '../../proofing/clashes/noted-store.ts'
import { accountsIn } from '../submission/person-entry-store.ts'

/** X5 a check found the person taken: whoever holds them, as read, is owed to hear of it. Belongs in the commit of that verdict. */
export const takenNoted = (accountId: string, person: Item, at: Millis): Write[] =>
  clashNoted({ accountId, holders: accountsIn(person), at })
