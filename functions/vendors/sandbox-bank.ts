import * as z from 'zod/mini'
import type { Outgoing } from '../../shared/http/outgoing.ts'
import {
  accountHandedOn,
  type CompanyAccountProver,
  type TransferBegun,
  transferStandings,
} from '../certification/company/account-prover.ts'
import { demandPermit } from '../consent/permit.ts'

const VENDOR = 'sandbox'

const taken = z.object({ result: z.literal('taken'), reference: z.string() })
const refused = z.object({ result: z.literal('account_unknown') })
const turnedAway = z.object({ result: z.enum(['busy', 'no_balance', 'quota_used', 'not_authorised']) })
const standing = z.object({ status: z.enum(transferStandings) })

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The bank of the sandbox, by its wire. What it documents as refused was not transferred; whatever else comes back may have been. */
export const sandboxAccountProver = ({
  url,
  outgoing,
}: {
  url: string
  outgoing: Outgoing
}): Pick<CompanyAccountProver, 'begin' | 'read'> => {
  const post = (path: string, body: object) =>
    outgoing({
      ...{ method: 'POST', url: `${url}${path}`, body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json' },
    })
  return {
    async begin({ companyName, accountNumber, bankCode, fen }, { reference }, permit): Promise<TransferBegun> {
      demandPermit(permit, VENDOR, accountHandedOn)
      const reply = await post('/transfers', { reference, companyName, accountNumber, bankCode, fen })
      if (reply.kind === 'not_sent')
        return { kind: 'not_executed', because: 'vendor', vendorCode: reply.reason, notSent: true }
      if (reply.kind === 'unknown') return { kind: 'unknown' }
      const answer = reply.status === 200 ? parsed(reply.body) : undefined
      const begun = taken.safeParse(answer)
      if (begun.success) return { kind: 'begun', reference: begun.data.reference }
      if (refused.safeParse(answer).success) return { kind: 'not_executed', because: 'account' }
      const away = turnedAway.safeParse(answer)
      if (!away.success) return { kind: 'unknown' }
      const { result: vendorCode } = away.data
      // Whoever is busy lets the next in; of all else a person has to mend something.
      const repair = vendorCode !== 'busy' && { needsRepair: true as const }
      return { kind: 'not_executed', because: 'vendor', vendorCode, ...repair }
    },
    async read(reference) {
      const reply = await post('/transfers/looks', { reference })
      if (reply.kind !== 'answered' || reply.status !== 200) return 'unknown'
      const answer = standing.safeParse(parsed(reply.body))
      return answer.success ? answer.data.status : 'unknown'
    },
  }
}
