import type { Item } from '../../../shared/table/write.ts'

/** An item without the operation token, which only the real table stores. */
export const seen = (item: Item | undefined): Item | undefined => {
  if (!item) return undefined
  const { op, ...rest } = item
  return { ...rest, pk: item.pk, sk: item.sk }
}
