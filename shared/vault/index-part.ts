import { blindIndex } from './blind-index.ts'
import type { Mac, Vault } from './vault.ts'

/** The MAC under which parts are indexed: the same for all, and so asked for once in the life of an instance. */
const keys = new WeakMap<Vault, Promise<Mac>>()

const keyOf = (vault: Vault): Promise<Mac> => {
  const kept = keys.get(vault)
  if (kept) return kept
  const fresh = vault.mac('parts')
  keys.set(vault, fresh)
  fresh.catch(() => keys.delete(vault))
  return fresh
}

/**
 * The blind index of a part of something that is nowhere in plain: a few digits, which beside a mask would give away the rest. One
 * KMS call, the first time.
 */
export const indexPart = async (vault: Vault, purpose: string, ...parts: string[]): Promise<string> =>
  blindIndex(await keyOf(vault), purpose, ...parts)
