import * as z from 'zod/mini'
import { isCreditCode } from '../credit-code.ts'
import type { CompanyElement } from '../register/companies.ts'
import { type CompanyFinding, lookUpCompany, vendorTrouble } from '../register/look-up-company.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import type { TencentEffect } from './faults.ts'
import { readParameters } from './parameters.ts'
import { failed, type TencentReply } from './reply.ts'

/** VerifyBizLicenseEnterprise4 2018-11-19, document/api/866/129072: four texts, all of them needed. */
const asked = z.strictObject({ CreditCode: z.string(), EntName: z.string(), LrName: z.string(), IdNum: z.string() })
type Asked = z.infer<typeof asked>

const ACTION = 'VerifyBizLicenseEnterprise4'

export const isCompanyAction = (action: string | undefined): boolean => action === ACTION

/** Which company a call is about, for faults meant for one. */
export const creditCodeIn = (rawBody: Buffer): string | undefined => {
  const read = readParameters(asked, rawBody)
  return read.ok ? read.value.CreditCode : undefined
}

/** What cannot be looked up is found nowhere, and then nothing of it is consistent. */
const nowhere = { OperatingStatus: '/', OperatingPeriod: '/' }

const flags = (fits: (element: CompanyElement) => boolean) => ({
  IsCreditCodeConsistent: fits('creditCode'),
  IsEntNameConsistent: fits('companyName'),
  IsLrNameConsistent: fits('legalRepresentative'),
  IsIdNumConsistent: fits('idNumber'),
})

const saidOf = (finding: CompanyFinding): Record<string, unknown> => {
  if (!finding.found) return { VerifyResult: 0, ...flags(() => false), ...nowhere }
  const { differs, state, from, until = '' } = finding
  return {
    VerifyResult: differs.length === 0 ? 1 : 0,
    ...flags((element) => !differs.includes(element)),
    ...{ OperatingStatus: state, OperatingPeriod: `${from}/${until}` },
  }
}

const look = async (sandbox: TencentCloudSandbox, { CreditCode, EntName, LrName, IdNum }: Asked) =>
  saidOf(
    isCreditCode(CreditCode)
      ? await lookUpCompany(sandbox, {
          ...{ creditCode: CreditCode, companyName: EntName, legalRepresentative: LrName, idNumber: IdNum },
        })
      : { found: false },
  )

const busy = failed('RequestLimitExceeded', 'The number of requests exceeds the frequency limit.')

/** Its own fault: free, and nothing is said. */
const SYSTEM_ERROR = { StatusCode: 1 }

/** Looks a company up. Counted, and charged whatever it finds, before it answers. */
const verify = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const read = readParameters(asked, rawBody)
  if (!read.ok) return read.reply
  const trouble = vendorTrouble(read.value.CreditCode, read.value.EntName)
  if (trouble === 'vendor_busy') return busy
  const isOut = trouble === 'vendor_failed' || (effect?.does === 'result' && effect.result === 'busy')
  const isOdd = effect?.does === 'result' && effect.result === 'unlisted'
  const said = isOut
    ? SYSTEM_ERROR
    : isOdd
      ? { StatusCode: 9 }
      : { StatusCode: 0, ...(await look(sandbox, read.value)) }
  const result = String(said.StatusCode)
  await recordCall(sandbox, { vendor: 'tencent_company', phone: '', result, billed: said.StatusCode === 0 ? 1 : 0 })
  if (trouble === 'timeout_after_sending') await sandbox.pause(sandbox.settings.slowAnswerMs)
  return { kind: 'done', members: said }
}

export const companyActions = { [ACTION]: verify }
