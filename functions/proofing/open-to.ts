import { isCaseOf } from '../review/case/case-id.ts'
import type { Proofing } from './proofing.ts'

/**
 * Whether an account that was told may say now that it was not them: nobody has, or only the verified account itself, which whoever
 * misuses it can do first to keep the others out.
 */
export const isOpenTo = ({ case: of, accountId: verified, status }: Proofing, accountId: string): boolean => {
  if (of === undefined) return true
  const isByItself = isCaseOf(of, verified)
  return isByItself && accountId !== verified && status !== 'cleared'
}
