import { createHash, createSecretKey } from 'node:crypto'
import type { Alarm } from '../shared/kernel/alarm.ts'
import { type KeyRing, keyRing } from '../shared/vault/key-ring.ts'

const keyNamed = (name: string) => createSecretKey(createHash('sha256').update(name).digest())

/** A key ring of these versions, the first of them current. Equal names are equal keys; of `other`, they are other keys. */
export const ringOf = (
  versions: readonly [string, ...string[]],
  { alarm = () => undefined, other = '' }: { alarm?: Alarm; other?: string } = {},
): KeyRing => {
  const [current, ...older] = versions
  const named = (version: string) => ({ version, key: keyNamed(`${other}${version}`) })
  return keyRing([named(current), ...older.map(named)], alarm)
}
