import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

/** What a vendor looks at to see whether it can check a number: a carrier's block of ten thousand. */
const segmentOf = (phone: string): string => phone.slice(0, 7)

/** The MAC under which segments are indexed: the same for all, and so asked for once in the life of an instance. */
const keys = new WeakMap<Vault, Promise<Uint8Array>>()

const keyOf = (vault: Vault): Promise<Uint8Array> => {
  const kept = keys.get(vault)
  if (kept) return kept
  const fresh = vault.mac('number segments')
  keys.set(vault, fresh)
  fresh.catch(() => keys.delete(vault))
  return fresh
}

/**
 * The blind index of the segment of a number, for a vendor. Beside the masked number, which shows the other four digits, the seven
 * in plain would give it away. One KMS call, the first time.
 */
export const indexSegment = async (vault: Vault, vendor: string, phone: string): Promise<string> =>
  blindIndex(await keyOf(vault), 'segment', vendor, segmentOf(phone))
