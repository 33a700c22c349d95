import * as z from 'zod/mini'
import { units } from '../../../shared/kernel/settings.ts'
import type { SettingInForce } from './setting-in-force.ts'

const value = z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.record(z.string(), z.number())])

/** Every setting of the deployment, and which secrets it reads, by name only. */
export const settingsShown = z.strictObject({
  settings: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.enum(units),
      value,
      byDefault: value,
      differs: z.boolean(),
      /** What it does. */
      is: z.string(),
      /** What it may be. */
      range: z.string(),
    }),
  ),
  secrets: z.array(z.strictObject({ name: z.string(), storedAs: z.nullable(z.string()) })),
})

/** `secrets`: `<variable>=<name in Secrets Manager>`, with spaces between; without a name where the deployment has no such account. */
export const showSettings = (settings: readonly SettingInForce[], secrets: string): z.infer<typeof settingsShown> => ({
  settings: settings.map((one) => ({
    ...one,
    value: z.parse(value, one.value),
    byDefault: z.parse(value, one.byDefault),
  })),
  secrets: secrets.split(' ').map((row) => {
    const [name = '', storedAs = ''] = row.split('=')
    return { name, storedAs: storedAs === '' ? null : storedAs }
  }),
})
