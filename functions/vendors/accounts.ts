import { About } from '../../shared/kernel/about.ts'
import type { Alarm } from '../../shared/kernel/alarm.ts'
import type { Ids } from '../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../shared/kernel/time.ts'
import type { PaymentChannel } from '../payment/paying/provider.ts'
import { ringing } from './account-alarm.ts'

/** What a deployment knows of its vendors, and what it calls them with. */
export type VendorParts = {
  /** Reads a vendor secret by the variable that names it, and makes something of it. */
  secret: <T>(variable: string, make: (json: unknown) => T) => () => Promise<T>
  /** The value of a variable; undefined where this deployment has none. */
  env: (variable: string) => string | undefined
  limits: { connectMs: Millis; totalMs: Millis }
  clock: Clock
}

/** Where a vendor is that every deployment needs. Throws `About` at once, not when somebody waits for the vendor. */
export const addressIn = ({ env }: VendorParts, variable: string): string => {
  const url = env(variable)
  if (!url) throw new About({ setting: variable, wanted: 'an address' })
  return url
}

export type ChannelParts = VendorParts & { ids: Ids; alarm: Alarm }

/** The variables that say where a channel is, and which secret holds this deployment's account there. */
const accounts: Record<PaymentChannel, { address: string; secret: string }> = {
  wechat_pay: { address: 'WECHAT_PAY_URL', secret: 'SECRET_WECHAT_PAY' },
  alipay: { address: 'ALIPAY_URL', secret: 'SECRET_ALIPAY' },
}

/** Loads what speaks to a channel, and answers how it is made of the account's secret. */
type Load<T> = (parts: ChannelParts & { baseUrl: string }) => Promise<(json: unknown) => T>

/** What speaks to each of several others, by its name: opened when it is first asked for, and kept. */
export const openedOnce = <Name extends string, T>(
  open: (name: Name) => Promise<() => Promise<T>>,
): ((name: Name) => Promise<T>) => {
  const opened = new Map<Name, Promise<() => Promise<T>>>()
  return async (name) => {
    const reader = opened.get(name) ?? open(name)
    opened.set(name, reader)
    return (await reader)()
  }
}

/**
 * What speaks to each channel. It is loaded at the first call, so that a cold start does not pay for the channel nobody chose,
 * and lives as long as its secret is kept. `absent` takes its place where this deployment has no account, or nothing to load. What
 * only a person can mend at the account rings at once, whoever asked.
 */
export const perAccount = <T extends object | undefined>(
  parts: ChannelParts,
  loads: Partial<Record<PaymentChannel, Load<T & object>>>,
  absent: (channel: PaymentChannel) => T,
): ((channel: PaymentChannel) => Promise<T>) =>
  openedOnce(async (channel) => {
    const { address, secret } = accounts[channel]
    const [baseUrl, load] = [parts.env(address), loads[channel]]
    if (!baseUrl || !parts.env(secret) || !load) return async () => absent(channel)
    const make = await load({ ...parts, baseUrl })
    return parts.secret(secret, (json) => ringing(make(json), channel, parts.alarm))
  })
