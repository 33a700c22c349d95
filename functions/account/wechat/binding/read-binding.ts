import type { Table } from '../../../../shared/table/table.ts'
import { profileOf } from '../../account-store.ts'
import { accountKeys } from '../../keys.ts'
import type { StepUpDeps } from '../../numbers/answer-step-up.ts'
import { wechatKeys } from '../keys.ts'
import { bindingOf } from './binding-store.ts'
import type { Binding } from './wechat-user.ts'

export type ReadBindingDeps = {
  table: Pick<Table, 'getMany'>
  personOf: StepUpDeps['personOf']
}

/** Whether WeChat is bound, and what proves that it may be changed: a code to that number (masked), and for some the last four besides. */
export type BindingSeen = { binding: Binding | undefined; maskedPhone: string | undefined; needsLastFour: boolean }

/** What the account itself sees of its binding. Two database calls. */
export const readBinding = async (deps: ReadBindingDeps, accountId: string): Promise<BindingSeen> => {
  const [binding, profile] = await deps.table.getMany([wechatKeys.binding(accountId), accountKeys.profile(accountId)])
  return {
    binding: bindingOf(binding),
    maskedPhone: profileOf(accountId, profile)?.maskedPhone,
    needsLastFour: (await deps.personOf(accountId)) !== undefined,
  }
}
