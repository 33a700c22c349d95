import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import {
  accountHandedOn,
  type CompanyAccountProver,
  type TransferBegun,
  type TransferStanding,
} from '../../../functions/certification/company/account-prover.ts'
import { answerProof } from '../../../functions/certification/proving/answer-proof.ts'
import {
  type BeginProofDeps,
  beginProof,
  type ProofAsked,
} from '../../../functions/certification/proving/begin-proof.ts'
import { companyNoticeInForce } from '../../../functions/consent/company-notice.ts'
import { demandPermit } from '../../../functions/consent/permit.ts'
import { testCode } from '../../../functions/sandbox/credit-code.ts'
import { valueIn } from '../../kit.ts'
import { person } from '../../world.ts'
import { certificationWorld } from '../applications/applying.ts'

/** What the account number is; of a range that no bank numbers in. */
export const NUMBER = '99990000000000001'
export const FEN = 37

/** Applicants, and somebody who transfers, and says what they are told to. */
export const provingWorld = (overrides: Record<string, unknown> = {}) => {
  const at = certificationWorld({ certification: { applicants: 1_000_000 }, ...overrides })
  /** `meanwhile`: what happens once, after the vendor was asked and before it answers. */
  const says: { next: TransferBegun | Error; standing: TransferStanding; meanwhile?: () => Promise<unknown> } = {
    next: { kind: 'begun', reference: 'r' },
    standing: 'under_way',
  }
  const calls: string[] = []
  const prover: CompanyAccountProver = {
    vendor: 'sandbox',
    draw: () => FEN,
    begin: async ({ accountNumber, fen }, _call, permit) => {
      demandPermit(permit, 'sandbox', accountHandedOn)
      calls.push(`${accountNumber} ${fen}`)
      const { meanwhile } = says
      delete says.meanwhile
      await meanwhile?.()
      if (says.next instanceof Error) throw says.next
      return says.next
    },
    read: async () => says.standing,
  }
  const notice = companyNoticeInForce(at.settings)
  const deps: BeginProofDeps & typeof at = { ...at, prover, notice: async () => notice }
  const opened = { count: 0 }
  const counting: typeof at.vault = {
    ...at.vault,
    openDataKey: (...of) => {
      opened.count += 1
      return at.vault.openDataKey(...of)
    },
  }
  const items = (prefix: string) => at.table.items().filter(({ sk }) => sk.startsWith(prefix))
  return {
    ...{ at, deps, says, calls, opened, items },
    /** The records of the numbers that were handed on. */
    handedOn: () => items('DISCLOSURE#').filter(({ items: what }) => `${what}` === 'company_account'),
    company: async (accountId: string, nth = 1) => {
      const { name, idNumber } = person('match')
      const typed = { companyName: '测试示例有限公司', representative: { name, idNumber } }
      const creditCode = testCode('91', String(10_000_000 + nth))
      const kept = await keepApplicant(at, accountId, { kind: 'enterprise', creditCode, ...typed })
      return valueIn(kept).id
    },
    begin: (accountId: string, id: string, change: Partial<ProofAsked> & { prover?: undefined } = {}) =>
      beginProof('prover' in change ? { ...deps, prover: undefined } : deps, {
        ...{ accountId, id, accountNumber: NUMBER, notice: notice.version, language: 'zh', ...change },
      }),
    answer: (accountId: string, id: string, fen: number) =>
      answerProof({ ...at, prover, vault: counting }, { accountId, id, fen }),
  }
}
