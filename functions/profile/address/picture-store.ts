import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Item } from '../../../shared/table/write.ts'
import { isFree } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'

/** Whether that is a picture of a proof, of the account, taken, and part of nothing yet; else what is wrong with it, at its field. */
export const whetherUsable = (
  item: Item | undefined,
  accountId: string,
  { pointer, now }: { pointer: string; now: Millis },
): Outcome<undefined> => {
  const found = item && materialOf(item)
  if (found?.kind === 'address_proof' && isFree(found, accountId, now)) return ok(undefined)
  const fields: FieldError[] = [{ pointer, code: 'material_unusable' }]
  return refused('material_unusable', { fields })
}
