import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { faceKeys } from '../keys.ts'
import { type FaceCheck, isJustLooked } from './face-check.ts'
import { faceCheckOf } from './face-check-store.ts'
import { type FollowDeps, followCheck } from './follow-check.ts'

/** The confirmation, where the vendor was asked about it just now. */
const findFresh = async (
  { table, clock }: FollowDeps,
  accountId: string,
  id: string,
): Promise<FaceCheck | undefined> => {
  const found = await table.get(faceKeys.check(accountId, id))
  const check = found && faceCheckOf(found)
  return check && isJustLooked(check, clock.now()) ? check : undefined
}

/** A confirmation of the account as its vendor sees it now, or did moments ago; a vendor that does not answer leaves it as it is. */
export const askForCheck = async (
  deps: FollowDeps,
  accountId: string | undefined,
  id: string,
): Promise<Outcome<FaceCheck>> => {
  if (accountId === undefined || !isId(id)) return refused('not_found')
  const check = (await findFresh(deps, accountId, id)) ?? (await followCheck(deps, accountId, id))?.check
  return check ? ok(check) : refused('not_found')
}
