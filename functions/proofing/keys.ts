import { keyAt } from '../../shared/table/keys.ts'

export const proofingKeys = {
  /** That somebody was verified, and whom that was told, by the id of the verification. Read by whoever was told and by the case. */
  proofing: (id: string) => keyAt(`PROOFING#${id}`, 'PROOFING'),
}
