import * as z from 'zod/mini'
import { SANDBOX_ALIBABA_CLOUD, SANDBOX_KEY_RING, SANDBOX_WECHAT, SANDBOX_WECHAT_WEBSITE } from '../infra/config.ts'
import {
  newAlibabaCloudAccount,
  newKeyRing,
  newWechatAccount,
  newWechatWebsite,
  type SandboxSecrets,
  sandboxSecrets,
  withAlibabaSms,
} from '../infra/sandbox-secrets.ts'
import type { DataFolder } from './data-folder.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const key = z.string().check(z.minLength(1))
const saved = z.object({
  secrets: z.record(z.string(), z.string().check(z.refine(isJson))),
  platformKey: key,
  operatorKey: key,
})

const merchant = z.object({ appid: z.string() })

/**
 * A folder from before there was a key ring, an account at WeChat or Alibaba Cloud, or texts of the latter, gets one; the engine keeps it
 * from then on.
 */
const withLater = (kept: SandboxSecrets): SandboxSecrets => {
  const { appid } = z.parse(merchant, JSON.parse(kept.secrets['shiming/sandbox/wechat-pay'] ?? ''))
  const later = {
    [SANDBOX_KEY_RING]: newKeyRing(),
    [SANDBOX_WECHAT]: newWechatAccount(appid),
    [SANDBOX_WECHAT_WEBSITE]: newWechatWebsite(),
    [SANDBOX_ALIBABA_CLOUD]: newAlibabaCloudAccount(),
  }
  const secrets = { ...later, ...kept.secrets }
  return { ...kept, secrets: { ...secrets, [SANDBOX_ALIBABA_CLOUD]: withAlibabaSms(secrets[SANDBOX_ALIBABA_CLOUD]) } }
}

/**
 * Secrets of the sandbox: those of the first start with this data folder. Throws DataFolderError if they are damaged, or gone
 * although an engine keeps some: the API keys are nowhere else.
 */
export const sandboxKeys = (data: DataFolder): SandboxSecrets => {
  data.refuseWithout('sandbox.json', 'secrets.json')
  const kept = data.load('sandbox', saved)
  if (kept) return withLater(kept)
  const made = sandboxSecrets()
  data.save('sandbox', made)
  return made
}
