import type { CompanyAsked, CompanyCheckResult } from '../../functions/certification/company/checker.ts'
import { refusesUs } from '../../functions/verification/check/checker.ts'

/** A company nobody can have, whose legal representative has a number with a small letter. */
export const company: CompanyAsked = {
  creditCode: '91990000990000016E',
  companyName: '测试甲乙（北京）科技有限公司',
  legalRepresentative: '买买提·吐尔逊',
  idNumber: '11010118850615001x',
}

export const REFERENCE = '0193471a5e017cc1b3f20a6d5c4e1b02'

/** What a result means for whoever asked: its outcome, the money, what may be asked next, and whether it is ours to repair. */
export const consequences = (result: CompanyCheckResult) => {
  const base = { vendorCode: result.vendorCode, repair: refusesUs(result) }
  if (result.kind === 'not_executed') return { ...base, outcome: result.kind, billed: 'no', next: 'again' }
  if (result.kind === 'unknown') return { ...base, outcome: result.kind, billed: 'unknown', next: 'final' }
  if (result.kind === 'refused') return { ...base, outcome: result.because, billed: result.billed, next: 'final' }
  const { verdict, billed } = result
  const said = { ...base, billed, next: 'final' }
  if (verdict === 'differs') return { ...said, outcome: `differs in ${result.fields.join(' and ') || 'something'}` }
  return { ...said, outcome: verdict === 'not_operating' ? result.status : verdict }
}
