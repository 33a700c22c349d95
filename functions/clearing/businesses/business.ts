import type { Millis } from '../../../shared/kernel/time.ts'

/** How the platform names a business. */
const CODE = /^[a-z][a-z0-9_-]{1,31}$/

export const isBusinessCode = (text: string): boolean => CODE.test(text)

/**
 * A business of the platform that relies on who its users are, such as a shop or a wallet. `callback`: where it is asked when a user wants
 * their identity cleared. `page`: where a user has it let go of them, at its own entrance. `registeredAt` (epoch ms) tells it from one of before that had the same code.
 */
export type Business = {
  code: string
  names: { zh: string; en: string }
  callback: string
  page?: string | undefined
  registeredAt: Millis
}

/**
 * That a business relies on who an account is. `epoch`: how often the account had been cleared by then; `registeredAt`: of the
 * business. `boundAt` in epoch ms.
 */
export type Binding = { code: string; epoch: number; registeredAt: Millis; boundAt: Millis }

/** As much of an account as a binding hangs on. */
export type Bound = { epoch: number; isHeld: boolean }

/** `stale`: the identity that it relied on was cleared since, so that it does not count. */
export const bindingStatuses = ['bound', 'stale'] as const
export type BindingStatus = (typeof bindingStatuses)[number]

/** Whether a binding counts for the account as it is now. */
export const statusOf = (binding: Pick<Binding, 'epoch'>, { epoch, isHeld }: Bound): BindingStatus =>
  isHeld && binding.epoch === epoch ? 'bound' : 'stale'

/** A binding is of a business that is registered still. */
export const isOf = ({ registeredAt }: Pick<Binding, 'registeredAt'>, business: Business | undefined): boolean =>
  business?.registeredAt === registeredAt
