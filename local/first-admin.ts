import { operatorKeys } from '../functions/operators/keys.ts'
import { invite } from '../infra/operator/invite.ts'
import { placeHere } from '../infra/operator/place.ts'

/**
 * The link by which the first admin of the engine at that address enrols, fresh with every start; undefined once an admin can sign
 * in, from whom all others get theirs.
 */
export const firstAdmin = async (url: string): Promise<string | undefined> => {
  const place = await placeHere(url)
  const admins = await place.table.get(operatorKeys.admins())
  if (Number(admins?.count ?? 0) > 0) return undefined
  const { link } = await invite(place, { name: 'admin', role: 'admin', reason: 'the first start' })
  return link
}
