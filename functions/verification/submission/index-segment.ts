import { indexPart } from '../../../shared/vault/index-part.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

/** What a vendor looks at to see whether it can check a number: a carrier's block of ten thousand. */
const segmentOf = (phone: string): string => phone.slice(0, 7)

/**
 * The blind index of the segment of a number. Beside the masked number, which shows the other four digits, the seven
 * in plain would give it away. One KMS call, the first time.
 */
export const indexSegment = (vault: Vault, phone: string): Promise<string> =>
  indexPart(vault, 'segment', segmentOf(phone))
