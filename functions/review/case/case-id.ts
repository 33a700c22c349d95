import { isId } from '../../../shared/kernel/ids.ts'

/** Where a case is: whose it is, and its own id. */
export type CaseRef = { accountId: string; id: string }

/** How a case is called outside: `<account>.<case>`. */
export const caseIdOf = ({ accountId, id }: CaseRef): string => `${accountId}.${id}`

/** The case that a text names; undefined where it cannot be one of ours. */
export const caseRefIn = (text: string): CaseRef | undefined => {
  const [accountId = '', id = '', ...rest] = text.split('.')
  return isId(accountId) && isId(id) && rest.length === 0 ? { accountId, id } : undefined
}

/** Whether a case of that name is the account's. */
export const isCaseOf = (name: string, accountId: string): boolean => caseRefIn(name)?.accountId === accountId
