import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { type Binding, type Bound, type Business, bindingStatuses, isOf, statusOf } from './business.ts'

const time = z.iso.datetime()

const names = z.strictObject({ zh: z.string(), en: z.string() })

/** A business as the platform registered it. */
export const businessShown = z.strictObject({
  code: z.string(),
  names,
  callback: z.string(),
  /** Where a user has it let go of them; null where it said nothing of that. */
  page: z.nullable(z.string()),
  registeredAt: time,
})

/** A business that an account is bound to. */
export const bindingShown = z.strictObject({
  business: z.string(),
  names,
  boundAt: time,
  page: z.nullable(z.string()),
  status: z.enum(bindingStatuses),
})

export const showBusiness = ({ registeredAt, page, ...business }: Business): z.infer<typeof businessShown> => ({
  ...business,
  page: page ?? null,
  registeredAt: rfc3339(registeredAt),
})

/** The same for a binding of it, for the account as it is now. */
export const showBinding = (
  binding: Binding,
  { names: called, page }: Business,
  of: Bound,
): z.infer<typeof bindingShown> => ({
  business: binding.code,
  names: called,
  boundAt: rfc3339(binding.boundAt),
  page: page ?? null,
  status: statusOf(binding, of),
})

/** Those of an account whose businesses are registered still. */
export const showBindings = (
  bindings: readonly Binding[],
  businesses: ReadonlyMap<string, Business>,
  of: Bound,
): z.infer<typeof bindingShown>[] =>
  bindings.flatMap((binding) => {
    const business = businesses.get(binding.code)
    return business && isOf(binding, business) ? [showBinding(binding, business, of)] : []
  })
