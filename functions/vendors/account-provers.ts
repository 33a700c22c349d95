import { outgoing } from '../../shared/http/outgoing.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import type { CompanyAccountProver } from '../certification/company/account-prover.ts'
import type { AccountProverName } from '../certification/settings.ts'
import type { VendorParts } from './accounts.ts'

/** The largest answer that is read. */
const MAX_ANSWER = 4 * 1024

type ProverParts = Pick<VendorParts, 'limits'> & { prover: AccountProverName; publicUrl: string }

/**
 * Who transfers small amounts to the accounts of companies for this deployment, loaded with the first; undefined where nobody does. There is an adapter for the
 * stand-in of the sandbox alone: of the one vendor whose limits and codes are documented, the wire is not.
 */
export const accountProver = ({ prover, limits, publicUrl }: ProverParts): CompanyAccountProver | undefined => {
  if (prover !== 'sandbox') return undefined
  const opened = atFirstUse(async () => {
    const { sandboxAccountProver } = await import('./sandbox-bank.ts')
    return sandboxAccountProver({
      url: `${publicUrl}/sandbox/bank`,
      outgoing: outgoing({ ...limits, maxBytes: MAX_ANSWER }),
    })
  })
  return {
    vendor: prover,
    // Always one fen, as in the sandbox of the vendor that is documented.
    draw: () => 1,
    begin: async (...of) => (await opened()).begin(...of),
    read: async (reference) => (await opened()).read(reference),
  }
}
