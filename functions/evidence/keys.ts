import { keyAt } from '../../shared/table/keys.ts'
import { work } from '../../shared/table/work.ts'
import { accountPartition } from '../account/keys.ts'
import type { Source } from './evidence.ts'

export const evidenceKeys = {
  /** What is proven of an account from a source. Read by whoever looks after it; the gate reads of it what is in the identity. */
  evidence: (accountId: string, source: Source) => keyAt(accountPartition(accountId), `EVIDENCE#${source}`),
}

export const evidenceWork = work('evidence', accountPartition(''), 'EVIDENCE#')
