import type { Refusal } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { foreseen } from '../../../shared/table/foreseen.ts'
import type { Item } from '../../../shared/table/write.ts'
import { owedAllowed } from '../../verification/owed/open-owed.ts'
import { coolsUntil } from './document.ts'
import { documentOf } from './document-store.ts'
import { type HandedIn, METHOD, type OpenDocumentDeps } from './find-handed-in.ts'
import { documentLists } from './keys.ts'
import { refusalOfDocument, whyOutlived } from './read-conflicts.ts'

/** The longest that a card can be valid. */
const LIFE = Number.POSITIVE_INFINITY

/** The last one that was handed in, if that was as who the account is now: of one before, other data may have been asked about. */
const coolingDown = (newest: Item | undefined, { held }: HandedIn, now: Millis): Refusal | undefined => {
  const last = newest && documentOf(newest)
  const until = last && (last.decidedAt ?? 0) >= held.verifiedAt ? coolsUntil(last, now) : undefined
  return until === undefined ? undefined : { code: 'resubmitted_too_soon', retryAt: until }
}

/**
 * X1 what will be refused whatever the photos show, as far as it can be known before anybody is paid to read them, and without opening who the account
 * is: a card that cannot outlive what is proven, the checks of the day, vendors who are paused, and what was answered with a no just now. The commit
 * that opens the check decides all of it anew. Two table calls at once.
 */
export const findEarlyRefusal = async (
  deps: OpenDocumentDeps,
  found: HandedIn,
  accountId: string,
): Promise<Refusal | undefined> => {
  const { vendors } = found
  const now = deps.clock.now()
  const forGood = whyOutlived(found.held, LIFE, now)
  if (forGood) return forGood
  const allowed = owedAllowed(deps, { accountId, method: METHOD, vendors }, now)
  const [items, newest] = await Promise.all([
    deps.table.getMany(allowed.map(({ key }) => key)),
    deps.table.query({ ...documentLists.documents(accountId), limit: 1, newestFirst: true }),
  ])
  const conflicts = foreseen(allowed, items)
  if (conflicts.length > 0) return refusalOfDocument(conflicts, { vendors, validUntil: LIFE }, now)
  return coolingDown(newest.items[0], found, now)
}
