import { createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Alarm } from '../kernel/alarm.ts'
import { framedMac } from './framed-mac.ts'
import { type Binding, NotSealedHere, seal, unseal } from './sealing.ts'

/** A key of 32 bytes and the name it goes by. */
export type VersionedKey = { version: string; key: KeyObject }

/** Under which version of the key a value is kept: the current one, an older one that is still in the ring, or one that is gone. */
export type Age = 'current' | 'older' | 'gone'

/**
 * What is short, or a credential, is kept under this and not under a hash that anybody can repeat. Local: no call. What is kept
 * begins with the version of its key, so that a new version can be brought in beside the old ones.
 */
export type KeyRing = {
  /** The current one first. */
  versions: readonly string[]
  age(kept: string): Age
  /** `<version>.<base64url>` over `parts` under the current version; a purpose has keys of its own. */
  mac(purpose: string, ...parts: string[]): string
  /** The same under every version, in their order: what a value may be kept as. */
  macs(purpose: string, ...parts: string[]): string[]
  /** Whether `kept` is the MAC of these parts under the version it names; in constant time. Rings where that version is gone. */
  isMac(kept: string, purpose: string, ...parts: string[]): boolean
  /** `<version>.<sealed>` under the current version; a data set has keys of its own. */
  seal(binding: Binding, plaintext: string): string
  /** The plaintext again; throws `NotSealedHere`, and rings where the version it names is gone. */
  unseal(binding: Binding, sealed: string): string
}

const KEY_BYTES = 32

/** `<version>.<rest>`. */
const KEPT = /^([a-z][a-z0-9]{0,15})\.(.+)$/

/** A version with the keys that are made of its own, one for each use, once. */
const opened = ({ version, key }: VersionedKey) => {
  const made = new Map<string, KeyObject>()
  const keyFor = (use: string): KeyObject => {
    const fresh =
      made.get(use) ?? createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `shiming/${use}`, KEY_BYTES)))
    made.set(use, fresh)
    return fresh
  }
  return { version, keyFor }
}

type Opened = ReturnType<typeof opened>

const macUnder = ({ version, keyFor }: Opened, purpose: string, parts: readonly string[]): string =>
  `${version}.${framedMac(keyFor(`mac/${purpose}`), parts)}`

const same = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other)

/**
 * The ring over these keys, the current one first. Where a value is met whose version is gone, `alarm` hears `key_version_gone` with
 * version and purpose, and nothing of the value.
 */
export const keyRing = ([first, ...others]: readonly [VersionedKey, ...VersionedKey[]], alarm: Alarm): KeyRing => {
  const current = opened(first)
  const all = [current, ...others.map(opened)]
  const find = (kept: string) => {
    const [, version, rest = ''] = KEPT.exec(kept) ?? []
    return { version, rest, under: all.find((one) => one.version === version) }
  }
  const findOrRing = (kept: string, purpose: string) => {
    const found = find(kept)
    if (found.version !== undefined && !found.under) alarm('key_version_gone', { version: found.version, purpose })
    return found
  }
  return {
    versions: all.map(({ version }) => version),
    age(kept) {
      const { under } = find(kept)
      if (!under) return 'gone'
      return under === current ? 'current' : 'older'
    },
    mac: (purpose, ...parts) => macUnder(current, purpose, parts),
    macs: (purpose, ...parts) => all.map((one) => macUnder(one, purpose, parts)),
    isMac(kept, purpose, ...parts) {
      const { under } = findOrRing(kept, purpose)
      return under !== undefined && same(Buffer.from(kept), Buffer.from(macUnder(under, purpose, parts)))
    },
    seal: (binding, plaintext) =>
      `${current.version}.${seal(current.keyFor(`seal/${binding.dataSet}`), binding, plaintext)}`,
    unseal(binding, sealed) {
      const { under, rest } = findOrRing(sealed, binding.dataSet)
      if (!under) throw new NotSealedHere('its version of the key is gone, or it never had one')
      return unseal(under.keyFor(`seal/${binding.dataSet}`), binding, rest)
    },
  }
}
