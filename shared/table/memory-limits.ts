import type { Item, Value } from './write.ts'

const KB = 1024

/** What DynamoDB takes: bytes of an item, and writes and bytes of a transaction. */
const LARGEST_ITEM = 400 * KB
const MOST_WRITES = 100
const LARGEST_TRANSACTION = 4 * KB * KB

/** What a list or a map costs besides its members, and each of these. */
const OF_MANY = 3
const OF_MEMBER = 1
/** A byte for two digits, and one more. */
const DIGITS_A_BYTE = 2

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Bytes of a value, as DynamoDB counts them. */
const bytesOfValue = (value: Value | undefined): number => {
  if (value === undefined || value === null || typeof value === 'boolean') return 1
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.ceil(String(value).length / DIGITS_A_BYTE) + 1
  if (value instanceof Uint8Array) return value.length
  if (value instanceof Set) return sum([...value].map(bytesOfValue))
  if (Array.isArray(value)) return OF_MANY + sum(value.map((one) => bytesOfValue(one) + OF_MEMBER))
  return OF_MANY + bytesOf(value) + Object.keys(value).length * OF_MEMBER
}

const bytesOf = (members: { [name: string]: Value | undefined }): number =>
  sum(
    Object.entries(members).map(([name, value]) =>
      value === undefined ? 0 : Buffer.byteLength(name) + bytesOfValue(value),
    ),
  )

const insist = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`${what} that DynamoDB would refuse`)
}

/** Throws for what DynamoDB would not write at once, because there are too many or they are too large afterwards. */
export const insistOnSizes = (items: readonly (Item | undefined)[]): void => {
  const sizes = items.map((item) => (item ? bytesOf(item) : 0))
  insist(items.length <= MOST_WRITES, `a commit of ${items.length} writes`)
  insist(Math.max(...sizes) <= LARGEST_ITEM, 'an item of a size')
  insist(items.length === 1 || sum(sizes) <= LARGEST_TRANSACTION, 'a commit of a size')
}
