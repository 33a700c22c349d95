import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import type { Captcha } from '../account/codes/captcha.ts'
import type { VendorParts } from './accounts.ts'

/**
 * The captcha of this deployment. Undefined where there is none: the sandbox has no address of one, and an account may hold none.
 * It is loaded at the first call, as most requests need none, and lives as long as its secret is kept.
 */
export const captcha = (parts: VendorParts): (() => Promise<Captcha | undefined>) => {
  const url = parts.env('TENCENT_CAPTCHA_URL')
  if (!url || !parts.env('SECRET_TENCENT_CLOUD')) return async () => undefined
  const opened = atFirstUse(async () => {
    const { tencentCaptchaFrom } = await import('./tencent-cloud/captcha.ts')
    return parts.secret('SECRET_TENCENT_CLOUD', tencentCaptchaFrom({ ...parts, url }))
  })
  return async () => (await opened())()
}
