import type { Millis } from '../../shared/kernel/time.ts'
import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'

const CLASH = 'CLASH#'

export const proofingKeys = {
  /** That somebody was verified, and whom that was told, by the id of the verification. Read by whoever was told and by the case. */
  proofing: (id: string) => keyAt(`PROOFING#${id}`, 'PROOFING'),
  /** That an account was refused because the person is verified elsewhere, and when (epoch ms), until those are told. Read by its worker. */
  clash: (accountId: string, at: Millis) => keyAt(`${CLASH}${accountId}`, `${CLASH}${at}`),
}

/** A pointer is `<refused account>.<time>`. */
export const clashWork = work('clash', CLASH, CLASH)
