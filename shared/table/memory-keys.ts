import { isKey, isKeyPart } from './keys.ts'
import { placeOf } from './list-place.ts'
import type { Table } from './table.ts'
import type { Key } from './write.ts'

/** Says nothing of the key: it may be made of what somebody typed. */
const insist = (isSound: boolean): void => {
  if (!isSound) throw new Error('a key that DynamoDB would refuse')
}

const insistOn = (keys: readonly Key[]): void => insist(keys.every(isKey))

const insistOnPlace = (after: string): void => {
  const [at, pk, sk] = placeOf(after)
  insist(Number.isSafeInteger(at) && isKey({ pk, sk }))
}

/**
 * A table of tests, which refuses keys that DynamoDB would refuse, so that a test finds who makes one. What callers name is checked
 * before it becomes a key: reaching this is a fault of ours, as it is where DynamoDB itself refuses.
 */
export const withSoundKeys = <T extends Table>(table: T): T => ({
  ...table,
  async get(key) {
    insistOn([key])
    return table.get(key)
  },
  async getMany(keys) {
    insistOn(keys)
    return table.getMany(keys)
  },
  async query(of) {
    insist(isKeyPart('pk', of.pk))
    insist([of.prefix || undefined, of.after].every((sk) => sk === undefined || isKeyPart('sk', sk)))
    return table.query(of)
  },
  async due(of) {
    insistOn(of.after ? [of.after.key] : [])
    return table.due(of)
  },
  async list(of) {
    insist(isKeyPart('pk', of.list))
    if (of.after !== undefined) insistOnPlace(of.after)
    return table.list(of)
  },
  async update(write) {
    insistOn([write.key])
    return table.update(write)
  },
  async commit(writes) {
    insistOn(writes.map(({ key }) => key))
    return table.commit(writes)
  },
})
