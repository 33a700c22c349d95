/** Where a page of a list ended: time and primary key of its last item. */
export type ListPlace = [at: number, pk: string, sk: string]

/** Reads the `next` of a page; throws on a text that is none. */
export const placeOf = (next: string): ListPlace => {
  const read: unknown = JSON.parse(next)
  if (!Array.isArray(read)) throw new Error('not the end of a page')
  const [at, pk, sk]: unknown[] = read
  if (typeof at !== 'number' || typeof pk !== 'string' || typeof sk !== 'string')
    throw new Error('not the end of a page')
  return [at, pk, sk]
}
