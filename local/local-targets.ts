import { isIPv4 } from 'node:net'

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))

/**
 * A port of this machine as `deliveries.localTargets` names it: `127.0.0.1:4100`, `localhost:4100`, `[::1]:4100`, exactly as it stands in the
 * address of a webhook. Undefined for anything else.
 */
export const loopbackTarget = (text: string): string | undefined => {
  const [, host = '', port = ''] = /^(.+):([1-9]\d{0,4})$/.exec(text) ?? []
  return isLoopback(host) && Number(port) <= 65_535 ? text : undefined
}

/** The settings of an instance, and these ports of this machine beside those that the settings name. */
export const withTargets = (settings: Record<string, object>, targets: readonly string[]): Record<string, object> => {
  if (targets.length === 0) return settings
  const { localTargets = [], ...deliveries } = { ...settings.deliveries } as { localTargets?: string[] }
  return { ...settings, deliveries: { ...deliveries, localTargets: [...new Set([...localTargets, ...targets])] } }
}

/** What is said of them where the instance is ready; nothing where there are none. */
export const targetsTold = (targets: readonly string[]): string[] =>
  targets.length === 0
    ? []
    : [`Webhooks may also go to, by --deliver: ${targets.map((one) => `http://${one}`).join(', ')}`]
