import { ttlAt } from '../../../shared/table/keys.ts'
import { isNew, type Put, put } from '../../../shared/table/write.ts'
import { accountKeys } from '../keys.ts'
import type { ProofChallenge } from './proof-of-work.ts'

/** Why a proof is not taken again. */
export const PROOF_USED = 'proof_used'

/** A solved challenge opens one request. */
export const proofUsed = ({ salt, expiresAt }: ProofChallenge): Put =>
  put(accountKeys.limit(`PROOF#${salt}`, 'USED'), { ttl: ttlAt(expiresAt) }, isNew, PROOF_USED)
