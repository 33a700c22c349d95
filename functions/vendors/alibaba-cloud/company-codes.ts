import type { CompanyField } from '../../certification/company/checker.ts'
import type { CodeRow } from '../check-codes.ts'
import { gatewayCodes } from './cloudauth-codes.ts'

/** `BizCode` of EntElementVerify. Of what costs something its documents say nothing; what was looked up is taken to be charged. */
export const companyBizCodes = [
  { code: '1', found: 'consistent', billed: 'yes' },
  { code: '2', found: 'differs', billed: 'yes' },
  // The same product's checks of people call this one free abroad, and say nothing here.
  { code: '3', found: 'no_record', billed: 'unknown' },
] as const

/** Words of `ReasonDetail`, of which there are as many as fields differ. */
export const companyFlags: Readonly<Record<string, CompanyField>> = {
  LicenseNoFlag: 'creditCode',
  EntNameFlag: 'companyName',
  LegalPersonNameFlag: 'legalRepresentative',
  LegalPersonCertNoFlag: 'idNumber',
}

/**
 * `Code` of EntElementVerify, `Success` aside: the page of the action (enterprise-element-verification of help.aliyun.com/zh/id-verification),
 * then what the gateway of all actions says. Forbidden.AccountAccessDenied (not opened, or in arrears) and Forbidden.RAMUserAccessDenied are of its
 * family.
 */
export const companyReturnCodes: readonly CodeRow[] = [
  // a code, a name or a number that does not have the form of one
  { code: 'InvalidParameter', kind: 'refused', because: 'data_unsupported', billed: 'unknown' },
  ...gatewayCodes,
]
